using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Messages;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>How does the resident want to hear from us?</summary>
[Open]
public sealed class TellingModel(FindDraft find, KeepAnswers keep) : DraftPage(find, keep)
{
    private const string NotAtAll = "None";
    private static readonly MessageChannel[] Channels = [MessageChannel.Email, MessageChannel.Sms, MessageChannel.Letter, MessageChannel.Phone];

    /// <summary>What is filled in.</summary>
    [BindProperty]
    public TellingForm Form { get; set; } = new();

    /// <summary>The answers to choose from.</summary>
    public IEnumerable<Choice> Choices => Channels.Select(channel => new Choice(channel.ToString(), Words.Of(channel)))
        .Append(new Choice(NotAtAll, Words["None"], Words["None.Hint"]));

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.Telling;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Begin(cancel) is { } elsewhere) return elsewhere;
        Form.TellBy = Answers.TellingAnswered ? Answers.TellBy?.ToString() ?? NotAtAll : null;
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Form.TellBy == NotAtAll) return await KeepAndGoOn(answers => answers with { TellingAnswered = true, TellBy = null }, cancel);
        if (!Enum.TryParse<MessageChannel>(Form.TellBy, out var channel) || !Channels.Contains(channel)) return await Refuse(IntakeFailures.TellingMissing);
        return await KeepAndGoOn(answers => answers with { TellingAnswered = true, TellBy = channel }, cancel);
    }
}

/// <summary>How they want to be told.</summary>
public sealed class TellingForm
{
    /// <summary>Name of a <see cref="MessageChannel"/>, or <c>None</c>.</summary>
    public string? TellBy { get; set; }
}
