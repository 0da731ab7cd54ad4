using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Danger;

/// <summary>Call the next person on duty.</summary>
internal sealed record CallNext(CaseId Case) : IJobPayload
{
    public static string Kind => "case.call-on-duty";

    public static string Once(CaseId id) => $"danger:{id.Value:N}";
}

/// <summary>Calls the people on duty in turn, ten minutes each, round after round, until somebody acknowledges. Who may not read what residents wrote, or may not open the case, is told the name
/// of the subject, and where it is without their words.</summary>
internal sealed class CallNextHandler(Outbox outbox, WhomToCall whom, AreaTree areas) : IJobHandler<CallNext>
{
    private static readonly Duration Patience = Duration.FromMinutes(10);

    // The next turn stands in the queue before this one rings; acknowledging removes it.
    public Task Run(CallNext payload, JobContext job, CancellationToken cancel) =>
        job.Complete(work => Call(work, payload.Case, cancel), cancel, JobOutcome.Again(job.Tenant.Clock.Now() + Patience));

    private async Task Call(Work work, CaseId id, CancellationToken cancel)
    {
        var call = await work.Db.Set<DangerCall>().SingleAsync(one => one.CaseId == id, cancel);
        var found = await work.Db.CaseOf(id, cancel);
        if (call.AcknowledgedAt is not null || found.IsClosed || !found.Danger)
        {
            await work.Jobs.Cancel(CallNext.Once(id), cancel);
            return;
        }

        var people = await whom.Of(work, found, cancel);
        var person = people.Count == 0 ? null : people[call.Turn % people.Count];
        call.Next();
        // That there is nobody at all is said once.
        if (person is null && call.Turn > 1) return;
        var entry = work.Journal.Write(new DangerCalled(id, person?.Id, call.Turn), Who.System);
        if (person is null) return;

        var profile = await Profiles.Current(work.Db, cancel);
        var language = profile.Language;
        var reads = await Actors.Of(work.Db, person.Id, cancel) is { } reader && CaseNames.MayRead(reader) && reader.MayKnow(found);
        var subject = found.SensitiveGroup is not null ? found.Reference : reads ? found.Subject : await CaseNames.Of(work.Db, found, language, cancel);
        var place = reads ? found.Place : found.Place.ForOthers(await areas.Map(work.Db, cancel));
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.DangerPage,
            To = NormalisedPhone.Read(person.Phone) is { Succeeded: true, Value: { IsMobile: true } mobile }
                ? MessageAddress.Sms(mobile.E164, person.Name) : MessageAddress.Email(person.Email, person.Name),
            Template = TemplateKeys.StaffDanger,
            Values = Telling.ParticipantNews.Fill(
                ("reference", found.Reference), ("subject", subject),
                ("matter", Telling.MatterNames.Of(found, language)), ("place", Telling.PlaceWords.Of(place)),
                ("time", MessageWords.DayAndTime(found.OpenedAt, work.Now, language)),
                ("acknowledge_by", MessageWords.DayAndTime(work.Now + Patience, work.Now, language)),
                ("link", profile.AddressOf($"/zaken/{found.Reference}", language))),
            Event = entry.Value,
            Person = person.Id.Value,
            Language = language,
            About = new MessageAbout(id.Value),
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }
}
