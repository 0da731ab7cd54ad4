using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
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

/// <summary>Calls the people on duty in turn, ten minutes each, round after round, until somebody acknowledges.</summary>
internal sealed class CallNextHandler(Outbox outbox, WhomToCall whom) : IJobHandler<CallNext>
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
        await outbox.Queue(work, new Envelope
        {
            Kind = MessageKind.DangerPage,
            To = NormalisedPhone.Read(person.Phone) is { Succeeded: true, Value: { IsMobile: true } mobile }
                ? MessageAddress.Sms(mobile.E164, person.Name) : MessageAddress.Email(person.Email, person.Name),
            Template = TemplateKeys.StaffDanger,
            Values = Telling.ParticipantNews.Fill(
                ("reference", found.Reference), ("subject", found.SensitiveGroup is null ? found.Subject : found.Reference),
                ("matter", Telling.MatterNames.Of(found, language)), ("place", Telling.PlaceWords.Of(found.Place)),
                ("time", MessageWords.DayAndTime(found.OpenedAt, work.Now, language)),
                ("acknowledge_by", MessageWords.DayAndTime(work.Now + Patience, work.Now, language)),
                ("link", $"{profile.BaseAddress.TrimEnd('/')}/zaken/{found.Reference}")),
            Event = entry.Value,
            Person = person.Id.Value,
            Language = language,
            About = new MessageAbout(id.Value),
            SensitiveGroup = found.SensitiveGroup,
        }, cancel);
    }
}
