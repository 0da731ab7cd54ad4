using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Danger;

/// <summary>Call the next person on duty.</summary>
internal sealed record CallNext(CaseId Case) : IJobPayload
{
    public static string Kind => "case.call-on-duty";

    public static string Once(CaseId id) => $"danger:{id.Value:N}";
}

/// <summary>Starts calling when a case of danger is made outside working hours; in working hours the team itself is told.</summary>
public sealed class StartCalling : ISubscription<CaseOpened>
{
    /// <inheritdoc />
    public async Task Handle(CaseOpened happened, Written entry, Work work, CancellationToken cancel)
    {
        if (!happened.Danger || new WorkingTime(await Calendars.Current(work.Db, cancel)).IsWorking(work.Now)) return;
        work.Db.Add(new DangerCall { CaseId = happened.Case });
        work.Jobs.Add(new CallNext(happened.Case), once: CallNext.Once(happened.Case));
    }
}

/// <summary>Calls the people on duty in turn, ten minutes each, round after round, until somebody acknowledges.</summary>
internal sealed class CallNextHandler(Outbox outbox) : IJobHandler<CallNext>
{
    private static readonly Duration Patience = Duration.FromMinutes(10);

    // The next turn stands in the queue before this one rings; acknowledging removes it.
    public Task Run(CallNext payload, JobContext job, CancellationToken cancel) =>
        job.Complete(work => Call(work, payload.Case, cancel), cancel, JobOutcome.Again(job.Tenant.Clock.Now() + Patience));

    private async Task Call(Work work, CaseId id, CancellationToken cancel)
    {
        var call = await work.Db.Set<DangerCall>().SingleAsync(one => one.CaseId == id, cancel);
        var found = await work.Db.CaseOf(id, cancel);
        if (call.AcknowledgedAt is not null || found.IsClosed)
        {
            await work.Jobs.Cancel(CallNext.Once(id), cancel);
            return;
        }

        var onDuty = await WhoMayKnow(work, found, cancel);
        var person = onDuty.Count == 0 ? null : onDuty[call.Turn % onDuty.Count];
        call.Next();
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

    // Who may not know of a sensitive case could not take it on; then those who may are called, on duty or not.
    private static async Task<IReadOnlyList<StaffCard>> WhoMayKnow(Work work, Case found, CancellationToken cancel)
    {
        var onDuty = await OnCall.At(work.Db, work.Now, cancel);
        if (found.SensitiveGroup is null) return onDuty;
        var knowing = (await TeamDirectory.All(work.Db, cancel)).Where(team => team.Groups.Contains(found.SensitiveGroup)).Select(team => team.Id).ToHashSet();
        var may = onDuty.Where(person => person.Teams.Any(knowing.Contains)).ToList();
        return may.Count > 0 ? may : [.. (await StaffDirectory.All(work.Db, null, cancel)).Where(person => person.Teams.Any(knowing.Contains))];
    }
}
