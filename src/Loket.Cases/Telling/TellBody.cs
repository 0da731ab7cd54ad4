using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Telling;

/// <summary>Forward, don't refer (row A12): sends a matter to the body that it belongs to, and tells it when we take it back.
/// Of the resident goes along what that partner's rule says, of a sensitive matter only that it is there.</summary>
public sealed class TellBody(Matters matters, SharedPeople people, AreaTree areas, Outbox outbox) : ISubscription<MatterEnded>, ISubscription<MatterReopened>
{
    // Partners are organisations of this country.
    private const string Language = "nl";

    /// <inheritdoc />
    public Task Handle(MatterEnded happened, Written entry, Work work, CancellationToken cancel) =>
        Write(work, entry, happened.Matter, happened.Body, TemplateKeys.PartnerForwarded, cancel);

    /// <inheritdoc />
    public Task Handle(MatterReopened happened, Written entry, Work work, CancellationToken cancel) =>
        Write(work, entry, happened.Matter, happened.Body, TemplateKeys.PartnerForwardedBack, cancel);

    private async Task Write(Work work, Written entry, MatterId id, PartnerId? body, string template, CancellationToken cancel)
    {
        if (body is null || await PartnerDirectory.Find(work.Db, body.Value, cancel) is not { } partner) return;
        var matter = (await matters.Find(work.Db, id, Actor.System, cancel))!;
        var place = PartnerEyes.PlaceOf(matter.Place, matter.SensitiveGroup, partner, await areas.Map(work.Db, cancel));
        var kind = PartnerEyes.MatterOf(matter.Place, matter.SensitiveGroup, Language);
        var name = await CaseNames.Of(work.Db, matter.Category, CaseRegister.GeneralType, Language, cancel);
        var own = matter.SensitiveGroup is null && CaseNames.MayRead(partner) ? NationalNumbers.Hide(matter.Text) : null;
        var person = template == TemplateKeys.PartnerForwarded
            ? await people.Of(work.Db, matter.Contact, matter.SensitiveGroup, partner, cancel) : null;
        // Nobody in particular has to act on it, so it goes to the shared address where there is one.
        var readers = partner.Email.Length > 0 ? [(null, partner.Email, partner.Name)] : partner.Readers;
        foreach (var reader in readers)
        {
            await outbox.Queue(work, new Envelope
            {
                Kind = MessageKind.PartnerOffer,
                To = MessageAddress.Email(reader.Email, reader.Name),
                Template = template,
                Values = ParticipantNews.Fill(
                    [
                        ("reference", matter.Reference), ("matter", kind), ("partner", partner.Name),
                        ("subject", PartnerEyes.SubjectOf(matter.Subject, name, matter.SensitiveGroup, partner) ?? kind),
                        ("text", own), ("place", PlaceWords.Of(place)), ("details", person?.Line),
                    ]),
                Event = entry.Entry.Value,
                Person = reader.Person?.Value ?? partner.Id.Value,
                About = new MessageAbout(Contact: matter.Contact.Value, Partner: partner.Id),
                SensitiveGroup = matter.SensitiveGroup,
            }, cancel);
        }
    }
}
