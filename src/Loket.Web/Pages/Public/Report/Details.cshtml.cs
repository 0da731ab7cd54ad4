using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>The address to which we write or call; nothing more is asked than that way needs.</summary>
[Open]
public sealed class DetailsModel(FindDraft find, KeepAnswers keep) : DraftPage(find, keep)
{
    private const int LongestName = 100;

    /// <summary>What is filled in.</summary>
    [BindProperty]
    public DetailsForm Form { get; set; } = new();

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.Details;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is { } elsewhere) return elsewhere;
        if (Answers.TellBy is null) return LocalRedirect(PathOf(ResidentStep.Telling));
        var lines = Answers.Address?.Split('\n') ?? [];
        Form = new DetailsForm
        {
            Name = Answers.Name,
            Email = Answers.Email,
            Phone = NormalisedPhone.Read(Answers.Phone) is { Succeeded: true } phone ? phone.Value.Display : null,
            Street = lines.FirstOrDefault(),
            Postcode = lines is [_, { Length: >= 7 } town] ? town[..7] : null,
            Town = lines is [_, { Length: > 8 } rest] ? rest[8..] : null,
        };
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        var name = CleanText.Line(Form.Name, LongestName);
        if (!name.Succeeded) ModelState.Add(name.Failure.At("Name"), Words);
        var (email, phone, address) = Answers.TellBy switch
        {
            MessageChannel.Email => (Email(), null, null),
            MessageChannel.Sms => (null, Phone(mobile: true), null),
            MessageChannel.Phone => (null, Phone(mobile: false), null),
            MessageChannel.Letter => (null, null, Address()),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        if (!ModelState.IsValid) return await Again();
        return await KeepAndGoOn(answers => answers with { Name = name.Value.Length == 0 ? null : name.Value, Email = email, Phone = phone, Address = address }, cancel);
    }

    private string? Email()
    {
        var read = NormalisedEmail.Read(Form.Email);
        if (!read.Succeeded) ModelState.Add(read.Failure.At("Email"), Words);
        return read.Succeeded ? read.Value.Address : null;
    }

    private string? Phone(bool mobile)
    {
        var read = NormalisedPhone.Read(Form.Phone);
        if (!read.Succeeded) ModelState.Add(read.Failure.At("Phone"), Words);
        else if (mobile && !read.Value.IsMobile) ModelState.Add(IntakeFailures.NoMobile, Words);
        return read.Succeeded ? read.Value.E164 : null;
    }

    private string? Address()
    {
        var (street, postcode, town) = (CleanText.Line(Form.Street, LongestName), Postcode.Read(Form.Postcode), CleanText.Line(Form.Town, LongestName));
        if (!street.Succeeded || street.Value.Length == 0) ModelState.Add((street.Failure ?? IntakeFailures.StreetMissing).At("Street"), Words);
        if (!postcode.Succeeded) ModelState.Add(postcode.Failure.At("Postcode"), Words);
        if (!town.Succeeded || town.Value.Length == 0) ModelState.Add((town.Failure ?? IntakeFailures.TownMissing).At("Town"), Words);
        return ModelState.IsValid ? $"{street.Value}\n{postcode.Value} {town.Value}" : null;
    }
}

/// <summary>Name and address.</summary>
public sealed class DetailsForm
{
    /// <summary>Their name.</summary>
    public string? Name { get; set; }

    /// <summary>Their e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Their telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Street and house number.</summary>
    public string? Street { get; set; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; set; }

    /// <summary>Town.</summary>
    public string? Town { get; set; }
}
