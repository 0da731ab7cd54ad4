using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Demo.Outside;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What tests of callback requests do again and again.</summary>
internal static class CallbackCalls
{
    public static readonly NewMatter Question = new("Vraag over de kapvergunning");
    public static readonly CustomerDetails Caller = new("T. Terug", "+31612345678", "terug@inwoner.example");
    public static readonly LocalDateTime Tuesday = new(2026, 3, 3, 0, 0);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static string Body(ArrivedMail mail) => mail.Read().TextBody ?? "";

    public static CallWindow Window(int day, int from, int until) => new(At(day, from), At(day, until));

    public static Instant At(int day, int hour) => new LocalDateTime(2026, 3, day, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();

    // Somebody calls on that Tuesday and asks to be called back; gives the reference.
    public static async Task<string> Asks(Town town, Actor agent, CallbackOwner owner, int from, int until, string phone = "+31612345678") =>
        (await town.Receives(agent, Question, new MatterEnding.CallBack(new NewCallback(owner, Window(3, from, until))), Caller with { Phone = phone })).Reference;

    public static async Task<CallbackView> Sees(Town town, Actor by, string reference)
    {
        var opened = await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(reference, by, Cancel));
        Assert.True(opened.Succeeded, opened.Failure?.Code);
        return opened.Value;
    }

    public static async Task<string?> Tries(Town town, Actor by, CallbackView seen, RecordAttempt.Attempt attempt) =>
        (await town.Use<RecordAttempt, Result<Done>>(record => record.Handle(new CallbackChange(RequestKey.None, seen.Id, by, seen.Version), attempt, Cancel))).Failure?.Code;

    public static async Task Succeeds(Town town, Actor by, CallbackView seen, Func<CallbackView, RecordAttempt.Attempt> attempt) =>
        Assert.Null(await Tries(town, by, seen, attempt(seen)));

    // Somebody is to be called about a contact that was registered before; gives what is wrong.
    public static async Task<string?> Makes(Town town, Actor by, string reference, Crew crew)
    {
        Assert.True(Reference.TryParse(reference, out var matter));
        return (await town.Use<MakeCallback, Result<RegisteredCallback>>(make => make.Handle(
            new MakeCallback.Request(RequestKey.None, matter, new NewCallback(new CallbackOwner(crew.Team, null), Window(4, 10, 12)), by), Cancel))).Failure?.Code;
    }

    public static async Task<IReadOnlyList<string>> Mine(Town town, Crew crew)
    {
        var by = await ActorOf(town, crew.Handler);
        return [.. (await town.Use<CallbackLists, CallbackPage>(lists => lists.Page(CallbackListKind.Mine, by, 10, null, Cancel))).Rows.Select(row => row.Reference)];
    }

    public static async Task<Actor> ActorOf(Town town, StaffId id) => (await town.Use<Actors, Actor?>(actors => actors.Of(id, Cancel)))!;

    public static async Task Away(Town town, StaffId who) =>
        Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, who, Presence.Away, null, Actor.System), Cancel))).Succeeded);

    public static async Task<string?> Undo(Town town, Actor by, string reference)
    {
        Assert.True(Reference.TryParse(reference, out var matter));
        return (await town.Use<UndoEnding, Result<Done>>(undo => undo.Handle(new(RequestKey.None, matter, by), Cancel))).Failure?.Code;
    }
}
