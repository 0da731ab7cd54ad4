using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Demo.Town.Loading;

/// <summary>Plays one story through the use cases that people would use. What the program does by itself (routing, chasing, escalating, telling) is left to it.</summary>
internal sealed class StoryPlayer(Story story, int number, Cast cast, FillCount count, Dictionary<int, CustomerId> customers)
{
    private const string Question = "Wilt u dit oppakken en ons laten weten wanneer dat gepland is?";

    private CaseId? id;
    private string? reference;
    private string? callback;

    /// <summary>The steps that are people's, in order.</summary>
    public IEnumerable<(Instant At, Func<IServiceProvider, CancellationToken, Task> Play)> Steps(WorkDays work)
    {
        foreach (var step in story.Events)
        {
            if (step.Kind is StoryEventKind.Chased or StoryEventKind.Escalated or StoryEventKind.Paged or StoryEventKind.Acknowledged) continue;
            yield return (step.At, (services, cancel) => Play(services, step, cancel));
            // Within the promised time, but for every fourth; what lies ahead of the story's end is still to be done.
            if (step.Kind is StoryEventKind.AnsweredDirectly && IsCalledBack) yield return (work.After(step.At, number % 4 == 0 ? 0.8 : 0.2), (services, cancel) => CalledBack(services, step, cancel));
            if (step.Kind is not StoryEventKind.Placed || step.Party == TeamKeys.Triage || number % 4 == 3) continue;
            // Three of four cases of a team are taken by somebody the same or the next day.
            var taken = work.After(step.At, 0.1 + (0.15 * (number % 5)));
            if (story.Events.All(other => other.Kind is not StoryEventKind.Closed || other.At > taken)) yield return (taken, Take);
        }
    }

    // One of six who ask something by telephone is called back by somebody who knows.
    private bool IsCalledBack => number % 6 == 0 && story.Contacts[0] is { Channel: Channel.Phone, By.Phone: not null };

    private Task Play(IServiceProvider services, StoryEvent step, CancellationToken cancel) => step.Kind switch
    {
        StoryEventKind.AnsweredDirectly when IsCalledBack => AsksToBeCalled(services, cancel),
        StoryEventKind.AnsweredDirectly => Register(services, story.Contacts[0], new MatterEnding.Answered(step.Text ?? "Beantwoord."), cancel),
        StoryEventKind.Forwarded => Register(services, story.Contacts[0], new MatterEnding.Forward(NameOf(step.Party!)), cancel),
        StoryEventKind.Opened => Register(services, story.Contacts[0], new MatterEnding.NewCase(story.Case!.IsDanger), cancel),
        StoryEventKind.Joined => Join(services, story.Contacts[step.Contact!.Value], cancel),
        StoryEventKind.Placed => Placed(services, step, cancel),
        StoryEventKind.HandedOver => HandedOver(services, step, cancel),
        StoryEventKind.Accepted => Reply(services, step, today => new PartnerReply.Accept(null, step.Planned is { } day && day >= today ? day : null), cancel),
        StoryEventKind.Refused => Reply(services, step, _ => new PartnerReply.Refuse(step.Text ?? "Dit is niet van ons."), cancel),
        StoryEventKind.ReportedDone => ReportedDone(services, step, cancel),
        StoryEventKind.Progress when cast.Partner(step.Party!) is not null =>
            Reply(services, step, today => new PartnerReply.Progress(null, step.Planned is { } day && day >= today ? day : null, step.Text), cancel),
        StoryEventKind.Progress => Act<WriteNote>(services, step.Kind, (use, change) => use.Handle(change, step.Text!, cancel), cancel),
        StoryEventKind.Suspended => Act<SuspendCase>(services, step.Kind, (use, change) => use.Handle(change, WaitsUntil(step), step.Text!, cancel), cancel),
        StoryEventKind.Resumed => Act<ResumeCase>(services, step.Kind, (use, change) => use.Handle(change, cancel), cancel),
        StoryEventKind.Extended when story.Paper?.Extension is { } more =>
            Act<ExtendCase>(services, step.Kind, (use, change) => use.Handle(change, more.Kind, more.Amount, step.Text!, cancel), cancel),
        StoryEventKind.Answered => Answered(services, step, cancel),
        StoryEventKind.Closed => Closed(services, step, cancel),
        StoryEventKind.Reopened => Reopened(services, step, cancel),
        _ => Task.CompletedTask,
    };

    private async Task Register(IServiceProvider services, StoryContact contact, MatterEnding ending, CancellationToken cancel)
    {
        CustomerId? known = contact.By is { } person && customers.TryGetValue(person.Number, out var customer) ? customer : null;
        var by = await TakenBy(services, contact, ending, known, cancel);
        var result = await Registered(services, contact, ending, known, by, cancel);
        // An employee who may not know of the customer or the case registers without: the program sees what they may not.
        if (Hidden(result) && known is not null) result = await Registered(services, contact, ending, null, by, cancel);
        if (Hidden(result)) result = await Registered(services, contact, ending, known, Actor.System, cancel);
        if (!count.Take(ending.GetType().Name, result)) return;

        count.Contacts++;
        if (contact.By is { } told && result.Value.Customer is { } now) customers[told.Number] = now;
        if (ending is MatterEnding.CallBack) callback = result.Value.Matters[0].Reference;
        if (result.Value.Matters[0] is not { Case: { } made, CaseReference: { } its }) return;
        if (result.Value.Matters[0].Outcome == Outcome.NewCase) count.Cases++;
        (id, reference) = (made, its);
    }

    private async Task<Result<ContactReceipt>> Registered(
        IServiceProvider services, StoryContact contact, MatterEnding ending, CustomerId? known, Actor by, CancellationToken cancel) =>
        await services.GetRequiredService<RegisterContact>().Handle(
            new RegisterContact.Request(RequestKey.None, ContactsOfTown.Of(story, contact, known), [ending], by), cancel);

    private async Task<Actor> TakenBy(IServiceProvider services, StoryContact contact, MatterEnding ending, CustomerId? known, CancellationToken cancel)
    {
        var name = contact.TakenBy ?? (ending is MatterEnding.Answered or MatterEnding.Forward or MatterEnding.CallBack ? cast.Agent(number) : null);
        if (name is not null) return await cast.Of(services, name, cancel) ?? Actor.System;
        return contact.Channel is Channel.Web && known is null && ending is MatterEnding.NewCase ? Actor.Resident : Actor.System;
    }

    private async Task AsksToBeCalled(IServiceProvider services, CancellationToken cancel)
    {
        var soonest = (await services.GetRequiredService<CallTimes>().Offer(1, cancel))[0];
        await Register(services, story.Contacts[0], new MatterEnding.CallBack(new NewCallback(null, soonest)), cancel);
    }

    private async Task CalledBack(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        if (callback is null || await services.GetRequiredService<OpenCallback>().Handle(callback, Actor.System, cancel) is not { Succeeded: true, Value: { EndedAt: null } view }) return;
        var name = cast.Worker(view.Team, number) ?? cast.Agent(number);
        var by = await cast.Of(services, name, cancel) ?? Actor.System;
        var attempt = new RecordAttempt.Attempt(AttemptResult.Reached, step.Text ?? "Beantwoord.", null, null);
        var result = await services.GetRequiredService<RecordAttempt>().Handle(new CallbackChange(RequestKey.None, view.Id, by), attempt, cancel);
        if (result.Failure == CallbackFailures.NotFound) result = await services.GetRequiredService<RecordAttempt>().Handle(new CallbackChange(RequestKey.None, view.Id, Actor.System), attempt, cancel);
        count.Take("CalledBack", result);
    }

    private Task Join(IServiceProvider services, StoryContact contact, CancellationToken cancel) =>
        Register(services, contact, id is { } known ? new MatterEnding.Join(known) : new MatterEnding.NewCase(story.Case!.IsDanger), cancel);

    private async Task Placed(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        if (step.Party == TeamKeys.Triage || await Sorted(services, cancel) is not { } view || cast.Team(step.Party!) is not { } team) return;
        if (Live(view) is not null) await TakenBack(services, step, cancel);
        if (view.Team != team) await Act<AssignCase>(services, step.Kind, (use, change) => use.Handle(change, team, null, cancel), cancel);
    }

    private async Task HandedOver(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        if (await Sorted(services, cancel) is not { } view || cast.Partner(step.Party!) is not { } partner) return;
        // The rules have often done so already.
        if (Live(view)?.Partner == partner) return;
        if (Live(view) is not null) await TakenBack(services, step, cancel);
        await Act<HandOverCase>(services, step.Kind, (use, change) => use.Handle(change, partner, step.Text ?? Question, cancel), cancel);
    }

    // A week more than it takes.
    private LocalDate WaitsUntil(StoryEvent step) =>
        WorkDays.DayOf(story.Events.Where(other => other.Kind is StoryEventKind.Resumed && other.At >= step.At).Select(other => other.At).DefaultIfEmpty(step.At).Min()).PlusDays(7);

    private Task TakenBack(IServiceProvider services, StoryEvent step, CancellationToken cancel) =>
        Act<TakeBack>(services, step.Kind, (use, change) => use.Handle(change, step.Text ?? "De oorzaak ligt bij een andere organisatie.", cancel), cancel);

    // What came in without a subject gets one from triage before anything else is done with it.
    private async Task<CaseView?> Sorted(IServiceProvider services, CancellationToken cancel)
    {
        var view = await Look(services, cancel);
        if (view is not { Category: null, Status: not CaseStatus.Closed } || story.Category is not { } category) return view;
        await Act<ClassifyCase>(services, StoryEventKind.Placed, (use, change) => use.Handle(change, category.Key, cancel), cancel);
        return await Look(services, cancel);
    }

    private async Task Reply(IServiceProvider services, StoryEvent step, Func<LocalDate, PartnerReply> reply, CancellationToken cancel)
    {
        if (cast.Partner(step.Party!) is not { } partner || await Look(services, cancel) is not { } view) return;
        if (Live(view) is not { } handover || handover.Partner != partner) return;
        var result = await services.GetRequiredService<ReplyToHandover>().Handle(
            new ReplyToHandover.Request(RequestKey.None, handover.Id, Cast.Of(partner), reply(WorkDays.DayOf(step.At))), cancel);
        count.Take(step.Kind.ToString(), result);
    }

    // What the partner reports is what residents are told, so it says what the story's end says.
    private Task ReportedDone(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        var end = story.Events.FirstOrDefault(other => other.Kind is StoryEventKind.Closed && other.At >= step.At);
        return Reply(services, step, _ => new PartnerReply.Finish(end?.Text ?? step.Text ?? "Het werk is klaar.", end?.IsSolved ?? true), cancel);
    }

    private async Task Answered(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        // The end of a case tells its answer itself.
        if (story.Events.Any(other => other.Kind is StoryEventKind.Closed && other.At == step.At)) return;
        await Act<AnswerCase>(services, step.Kind, (use, change) => use.Handle(change, step.Text!, null, cancel), cancel);
    }

    private async Task Closed(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        if (await Sorted(services, cancel) is not { Status: not CaseStatus.Closed } view) return;
        if (Live(view) is not null) await Act<TakeBack>(services, step.Kind, (use, change) => use.Handle(change, "Wij hebben het zelf afgerond.", cancel), cancel);
        var (result, solved) = ResultsOfTown.Of(story, step);
        await Act<CloseCase>(services, step.Kind, (use, change) => use.Handle(change, result, solved, step.Text, cancel), cancel);
    }

    private async Task Reopened(IServiceProvider services, StoryEvent step, CancellationToken cancel)
    {
        // Whoever asks again opens it again.
        if (story.Events.Any(other => other.Kind is StoryEventKind.Joined && other.At == step.At)) return;
        if (await Look(services, cancel) is { Status: CaseStatus.Closed })
            await Act<ReopenCase>(services, step.Kind, (use, change) => use.Handle(change, step.Text ?? "Het is toch nog niet opgelost.", cancel), cancel);
    }

    private async Task Take(IServiceProvider services, CancellationToken cancel)
    {
        if (await Look(services, cancel) is not { Status: CaseStatus.Received, Handler: null, Team: not null, Partner: null }) return;
        await Act<TakeCase>(services, StoryEventKind.Accepted, (use, change) => use.Handle(change, cancel), cancel);
    }

    /// <summary>Somebody who may acts on the case: its handler, or else somebody of its team, or else the program.</summary>
    private async Task Act<TUseCase>(
        IServiceProvider services, StoryEventKind kind, Func<TUseCase, CaseChange, Task<Result<ChangedCase>>> use, CancellationToken cancel)
        where TUseCase : notnull
    {
        if (await Look(services, cancel) is not { } view) return;
        var name = view.Handler is { } handler ? cast.NameOf(handler) : cast.Worker(view.Team ?? cast.Team(TeamKeys.Triage), number);
        var by = (name is null ? null : await cast.Of(services, name, cancel)) ?? Actor.System;
        var result = await use(services.GetRequiredService<TUseCase>(), new CaseChange(RequestKey.None, view.Id, by));
        if (Hidden(result)) result = await use(services.GetRequiredService<TUseCase>(), new CaseChange(RequestKey.None, view.Id, Actor.System));
        count.Take(kind.ToString(), result);
    }

    private async Task<CaseView?> Look(IServiceProvider services, CancellationToken cancel)
    {
        if (reference is null) return null;
        var view = await services.GetRequiredService<OpenCase>().Handle(reference, Cast.Onlooker, "demo", cancel);
        return view.Succeeded ? view.Value : null;
    }

    private static HandoverView? Live(CaseView view) => view.Handovers.FirstOrDefault(one => one.State is HandoverState.Offered or HandoverState.Accepted);

    private static bool Hidden<T>(Result<T> result) =>
        !result.Succeeded && (result.Failure == OrganisationFailures.Forbidden || result.Failure == CaseFailures.NotFound || result.Failure == ContactFailures.NotFound);

    private static string NameOf(string party) => Partners.Find(party)?.Name.Dutch ?? Team.All.First(team => team.Key == party).Name.Dutch;
}
