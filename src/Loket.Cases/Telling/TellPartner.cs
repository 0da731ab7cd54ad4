using System.Globalization;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>Writes to the people of a partner, each with a link of their own: an offer, a reminder, an answer, more files, a withdrawal.
/// Of residents goes along what that partner's rule says, of a sensitive case nothing.</summary>
public sealed class TellPartner(SharedPeople people, AreaTree areas, Outbox outbox) :
    ISubscription<HandoverOffered>, ISubscription<HandoverChased>, ISubscription<HandoverAnswered>, ISubscription<HandoverTakenBack>,
    ISubscription<HandoverFilesGiven>
{
    // Partners are organisations of this country.
    private const string Language = "nl";

    /// <inheritdoc />
    public Task Handle(HandoverOffered happened, Written entry, Work work, CancellationToken cancel) =>
        // What goes along was put there in this transaction.
        Write(work, entry, happened.Case, happened.Handover, happened.Partner, MessageKind.PartnerOffer, TemplateKeys.PartnerOffer,
            [("question", happened.Question), ("files", Number(work.Db.HandoverFiles.Local.Count(one => one.HandoverId == happened.Handover)))], withDetails: true, cancel);

    /// <inheritdoc />
    public Task Handle(HandoverChased happened, Written entry, Work work, CancellationToken cancel) =>
        Write(work, entry, happened.Case, happened.Handover, happened.Partner, MessageKind.PartnerChase,
            happened.Times == 1 ? TemplateKeys.PartnerChase1 : TemplateKeys.PartnerChase2, [], withDetails: false, cancel);

    /// <inheritdoc />
    public Task Handle(HandoverAnswered happened, Written entry, Work work, CancellationToken cancel) =>
        Write(work, entry, happened.Case, happened.Handover, happened.Partner, MessageKind.PartnerOffer, TemplateKeys.PartnerAnswer, [("answer", happened.Text)], withDetails: false, cancel);

    /// <inheritdoc />
    public Task Handle(HandoverTakenBack happened, Written entry, Work work, CancellationToken cancel) =>
        Write(work, entry, happened.Case, happened.Handover, happened.Partner, MessageKind.PartnerOffer, TemplateKeys.PartnerWithdrawn, [("reason", happened.Reason)], withDetails: false, cancel);

    /// <inheritdoc />
    public Task Handle(HandoverFilesGiven happened, Written entry, Work work, CancellationToken cancel) => !happened.Later ? Task.CompletedTask
        : Write(work, entry, happened.Case, happened.Handover, happened.Partner, MessageKind.PartnerOffer, TemplateKeys.PartnerFiles, [("files", Number(happened.Documents.Count))], withDetails: false, cancel);

    private static string? Number(int files) => files == 0 ? null : files.ToString(CultureInfo.InvariantCulture);

    private async Task Write(
        Work work, Written entry, CaseId caseId, HandoverId handoverId, PartnerId partnerId, MessageKind kind, string template,
        (string Name, string? Value)[] values, bool withDetails, CancellationToken cancel)
    {
        var found = await work.Db.CaseOf(caseId, cancel);
        var handover = await work.Db.Handovers.SingleAsync(one => one.Id == handoverId, cancel);
        var partner = (await PartnerDirectory.Find(work.Db, partnerId, cancel))!;
        var profile = await Profiles.Current(work.Db, cancel);
        var calendar = await Calendars.Current(work.Db, cancel);
        var answerBy = new Deadlines(calendar, new StatutoryCalendar()).For(work.Now, partner.ResponseNorm);

        var place = PartnerEyes.PlaceOf(found, partner, await areas.Map(work.Db, cancel));
        var matter = PartnerEyes.MatterOf(found.Place, found.SensitiveGroup, Language);
        var subject = await PartnerEyes.SubjectOf(work.Db, found, partner, Language, cancel) ?? matter;
        var details = withDetails ? string.Join('\n', (await people.Of(work.Db, found, partner, cancel)).Select(one => one.Line)) : null;
        foreach (var (person, email, name) in partner.Readers)
        {
            await outbox.Queue(work, new Envelope
            {
                Kind = kind,
                To = MessageAddress.Email(email, name),
                Template = template,
                Values = ParticipantNews.Fill(
                    [
                        .. values.Select(value => (value.Name, NationalNumbers.Hide(value.Value))),
                        ("reference", found.Reference), ("subject", subject), ("matter", matter), ("partner", partner.Name),
                        ("place", PlaceWords.Of(place)), ("date", MessageWords.Day(handover.OfferedAt, work.Now, Language)),
                        ("deadline", MessageWords.Day(answerBy.At, work.Now, Language)), ("details", details),
                        ("signed_link", PartnerLinks.AddressFor(profile, work.Tenant.Keys, handoverId, person)),
                    ]),
                Event = entry.Entry.Value,
                Person = person?.Value ?? partnerId.Value,
                About = new MessageAbout(caseId.Value, Partner: partnerId),
                SensitiveGroup = found.SensitiveGroup,
            }, cancel);
        }
    }
}
