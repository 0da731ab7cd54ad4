using Loket.Cases.Handovers;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Places;
using Loket.Storage;

namespace Loket.Web.Pages.Partner;

/// <summary>Puts a contact that reached a partner in the central register (row A1), so that the resident need not call again.</summary>
public sealed class ContactAtPartner(UnitOfWork unit, PlaceFinder places, RegisterContact register)
{
    private const int LongestLine = 200;

    /// <summary>Registers it: on this case, or as a matter of its own, read and placed like one from the website.</summary>
    public async Task<Result<ContactReceipt>> Register(RequestKey key, HandoverForPartner view, ContactForm form, CancellationToken cancel)
    {
        var same = form.About == "this";
        if (!same && form.About != "else") return OrganisationFailures.Required.At(nameof(form.About));
        var (name, phone, email) = (CleanText.Line(form.Name, LongestLine), Phone(form.Phone), Email(form.Email));
        var (subject, where) = (CleanText.Line(form.Subject, LongestLine), CleanText.Line(form.Where, LongestLine));
        var failure = subject.Failure?.At(nameof(form.Subject)) ?? where.Failure?.At(nameof(form.Where)) ?? name.Failure?.At(nameof(form.Name))
            ?? phone.Failure?.At(nameof(form.Phone)) ?? email.Failure?.At(nameof(form.Email));
        if (failure is not null) return failure;
        if (subject.Value.Length == 0) return ContactFailures.SubjectMissing;

        var matter = new NewMatter(subject.Value, Place: same ? view.Place : await Read(where.Value, cancel));
        var details = new CustomerDetails(name.Value is { Length: > 0 } called ? called : null, phone.Value, email.Value);
        var contact = new NewContact(Channel.Partner, null, details, null, [matter], view.Partner.Id);
        MatterEnding ending = same ? new MatterEnding.Join(view.Handover.Case) : new MatterEnding.ByItself();
        return await register.Handle(new RegisterContact.Request(key, contact, [ending], view.Reader), cancel);
    }

    private Task<Place> Read(string where, CancellationToken cancel) => where.Length == 0 ? Task.FromResult(Place.Unknown) : unit.Read(async db =>
    {
        var read = await places.Read(db, where, null, null, null, cancel);
        return new Place
        {
            Text = where,
            Area = read.Area,
            Address = read.Address?.StreetAndNumber ?? (read.Street is { } street ? $"{street} {read.HouseNumber}".TrimEnd() : null),
            Asset = read.Asset?.Number,
            AssetOwner = read.Asset?.Owner,
            X = read.Position?.X,
            Y = read.Position?.Y,
        };
    });

    private static Result<string?> Phone(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (string?)null : NormalisedPhone.Read(typed).Then(phone => (string?)phone.E164);

    private static Result<string?> Email(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (string?)null : NormalisedEmail.Read(typed).Then(email => (string?)email.Address);
}
