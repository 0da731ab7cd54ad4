using System.Text.Json;
using Loket.Contacts;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loket.Cases.Colleagues;

/// <summary>When a virtual colleague looks at a case.</summary>
public enum ColleagueWhen
{
    /// <summary>It came in.</summary>
    CameIn,

    /// <summary>One more contact was joined to it.</summary>
    Joined,

    /// <summary>A resident wrote about it.</summary>
    Wrote,

    /// <summary>It was opened again.</summary>
    Reopened,

    /// <summary>It was placed with a team, a person or a partner, or came to triage.</summary>
    Placed,

    /// <summary>Somebody set a status of its type.</summary>
    StatusSet,

    /// <summary>A partner gave it back.</summary>
    PartnerRefused,

    /// <summary>So many days have passed since it came in.</summary>
    Age,

    /// <summary>Its deadline is so many days ahead, or fewer.</summary>
    DeadlineNear,

    /// <summary>Nobody did anything about it for so many days.</summary>
    Quiet,
}

/// <summary>What a virtual colleague can do. None of it refuses, ends or decides.</summary>
public enum ColleagueAct
{
    /// <summary>Tell who asked that their message has arrived and who has it.</summary>
    Acknowledge,

    /// <summary>Set the subject; it is placed by the rules for that.</summary>
    SetSubject,

    /// <summary>Give it to a team.</summary>
    Route,

    /// <summary>Set a status of its type.</summary>
    SetStatus,

    /// <summary>Make a task.</summary>
    MakeTask,

    /// <summary>Remind who has it.</summary>
    Remind,

    /// <summary>Send who asked a text.</summary>
    Message,

    /// <summary>Ask who asked a question.</summary>
    Ask,

    /// <summary>Post it in the chat of a team.</summary>
    Chat,
}

/// <summary>Which cases it is for; what is null does not matter.</summary>
/// <param name="Category">Key of the subject.</param>
/// <param name="Group">Key of the main group.</param>
/// <param name="CaseType">Key of the kind of case.</param>
/// <param name="Area">Key of the area, or of one that holds it.</param>
/// <param name="Channel">How who asked first reached us.</param>
/// <param name="KnownCustomer">Whether we know who asked.</param>
/// <param name="Danger">Whether it cannot wait.</param>
/// <param name="Unassigned">Only what nobody has yet.</param>
public sealed record ColleagueIf(
    string? Category = null, string? Group = null, string? CaseType = null, string? Area = null, Channel? Channel = null, bool? KnownCustomer = null, bool? Danger = null, bool Unassigned = false)
{
    /// <summary>One of these words or phrases is in what was asked; empty for any words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether who asked is a person or a company; it is for nobody whom we do not know.</summary>
    public CustomerKind? CustomerKind { get; init; }

    /// <summary>How the case stands.</summary>
    public CaseStatus? Stage { get; init; }

    /// <summary>With what who asked first came.</summary>
    public ResidentKind? Kind { get; init; }

    /// <summary>Key of the partner that owns the object; <see cref="Routing.RoutingSubject.Municipality"/> for our own.</summary>
    public string? AssetOwner { get; init; }

    /// <summary>So many people ask for it, or more; 0 for any.</summary>
    public int FewestAsking { get; init; }
}

/// <summary>A task that a virtual colleague makes.</summary>
/// <param name="Nl">What, in Dutch.</param>
/// <param name="En">What, in English.</param>
/// <param name="Norm">How long it may take.</param>
/// <param name="Team">The team that does it; null for who has the case.</param>
public sealed record ColleagueTask(string Nl, string En, Norm Norm, TeamId? Team);

/// <summary>What it does; what is null or false is not done.</summary>
/// <param name="Acknowledge">Tell who asked that it has arrived.</param>
/// <param name="Subject">Key of the subject that the case gets.</param>
/// <param name="Team">The team that gets it.</param>
/// <param name="Status">Key of the status that it gets.</param>
/// <param name="Task">The task that is made.</param>
/// <param name="Remind">Remind who has it.</param>
/// <param name="Message">The text that who asked gets.</param>
/// <param name="Ask">The question that who asked gets.</param>
/// <param name="Chat">The team in whose chat it is posted.</param>
public sealed record ColleagueThen(
    bool Acknowledge = false, string? Subject = null, TeamId? Team = null, string? Status = null, ColleagueTask? Task = null, bool Remind = false, TextModuleId? Message = null, TextModuleId? Ask = null, TeamId? Chat = null)
{
    /// <summary>In the order in which it is done: the subject goes before the team, since it places anew.</summary>
    public IReadOnlyList<ColleagueAct> Acts()
    {
        var acts = new List<ColleagueAct>();
        if (Acknowledge) acts.Add(ColleagueAct.Acknowledge);
        if (Subject is not null) acts.Add(ColleagueAct.SetSubject);
        if (Team is not null) acts.Add(ColleagueAct.Route);
        if (Status is not null) acts.Add(ColleagueAct.SetStatus);
        if (Task is not null) acts.Add(ColleagueAct.MakeTask);
        if (Remind) acts.Add(ColleagueAct.Remind);
        if (Message is not null) acts.Add(ColleagueAct.Message);
        if (Ask is not null) acts.Add(ColleagueAct.Ask);
        if (Chat is not null) acts.Add(ColleagueAct.Chat);
        return acts;
    }
}

/// <summary>A virtual colleague as it is set up.</summary>
/// <param name="Name">What it is called; the timeline says it.</param>
/// <param name="When">When it looks at a case.</param>
/// <param name="Days">So many days; 0 where it looks at what happened.</param>
/// <param name="If">Which cases it is for.</param>
/// <param name="Then">What it does.</param>
/// <param name="PerHour">With more cases than this in an hour it stops.</param>
/// <param name="SensitiveGroup">The sensitive group whose cases it is for, and no others; null for what is no secret.</param>
public sealed record ColleagueDetails(string Name, ColleagueWhen When, int Days, ColleagueIf If, ColleagueThen Then, int PerHour, string? SensitiveGroup = null)
{
    /// <summary>So long a name may be.</summary>
    public const int LongestName = 60;

    /// <summary>So many days at most.</summary>
    public const int MostDays = 365;

    /// <summary>So many cases in an hour at most.</summary>
    public const int MostPerHour = 500;

    /// <summary>So many words or phrases at most.</summary>
    public const int MostWords = 20;

    /// <summary>So long a phrase may be.</summary>
    public const int LongestWords = 60;

    /// <summary>For so many people who ask it can wait at most.</summary>
    public const int MostAsking = 1_000;

    /// <summary>Whether it looks at the time and not at what happened.</summary>
    public bool IsTimed => When is ColleagueWhen.Age or ColleagueWhen.DeadlineNear or ColleagueWhen.Quiet;
}

internal sealed class ColleagueDetailsConverter() : ValueConverter<ColleagueDetails, string>(
    details => JsonSerializer.Serialize(details, Json.Options),
    text => JsonSerializer.Deserialize<ColleagueDetails>(text, Json.Options)!);

internal sealed class ColleagueDetailsComparer() : ValueComparer<ColleagueDetails>(
    (left, right) => JsonSerializer.Serialize(left, Json.Options) == JsonSerializer.Serialize(right, Json.Options),
    details => details.Name.Length,
    details => details);
