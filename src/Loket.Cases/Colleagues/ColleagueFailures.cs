using Loket.Kernel;

namespace Loket.Cases.Colleagues;

/// <summary>Expected failures of virtual colleagues.</summary>
public static class ColleagueFailures
{
    /// <summary>There is no such virtual colleague, or it is for a group of which the reader may not know.</summary>
    public static Failure NotFound { get; } = new("colleague.not-found", FailureKind.NotFound);

    /// <summary>It needs a name.</summary>
    public static Failure NameMissing { get; } = new("colleague.name-missing", Field: "Name");

    /// <summary>It is set off by nothing that there is.</summary>
    public static Failure WhenMissing { get; } = new("colleague.when-missing", Field: "When");

    /// <summary>It looks at the time, after an impossible number of days; argument: the most.</summary>
    public static Failure NoDays { get; } = new("colleague.no-days", Field: "Days", Arguments: [ColleagueDetails.MostDays]);

    /// <summary>The limit per hour is no number that can be; argument: the most.</summary>
    public static Failure NoLimit { get; } = new("colleague.no-limit", Field: "PerHour", Arguments: [ColleagueDetails.MostPerHour]);

    /// <summary>It does nothing.</summary>
    public static Failure NothingToDo { get; } = new("colleague.nothing-to-do", Field: "Acknowledge");

    /// <summary>What it does would set it off again.</summary>
    public static Failure Loops { get; } = new("colleague.loops", Field: "When");

    /// <summary>Another that works would set it off again; argument: the names on the way.</summary>
    public static Failure LoopsAround { get; } = new("colleague.loops-around", FailureKind.Conflict);

    /// <summary>The subject, main group or kind of case for which it is, is not there any more.</summary>
    public static Failure AboutGone { get; } = new("colleague.about-gone", Field: "About");

    /// <summary>The area for which it is, is not there any more.</summary>
    public static Failure AreaGone { get; } = new("colleague.area-gone", Field: "Area");

    /// <summary>The partner whose objects it is for, is not there any more.</summary>
    public static Failure OwnerGone { get; } = new("colleague.owner-gone", Field: "AssetOwner");

    /// <summary>The number of people who ask is none that can be; argument: the most.</summary>
    public static Failure NoAsking { get; } = new("colleague.no-asking", Field: "FewestAsking", Arguments: [ColleagueDetails.MostAsking]);

    /// <summary>There are too many words; argument: the most.</summary>
    public static Failure TooManyWords { get; } = new("colleague.too-many-words", Field: "Words", Arguments: [ColleagueDetails.MostWords]);

    /// <summary>A word is so short that it stands in everything; argument: the word.</summary>
    public static Failure WordTooShort { get; } = new("colleague.word-too-short", Field: "Words");

    /// <summary>The subject that it sets is not there any more.</summary>
    public static Failure SubjectGone { get; } = new("colleague.subject-gone", Field: "Subject");

    /// <summary>The subject that it sets is a formal paper or a secret, which people alone decide.</summary>
    public static Failure SubjectDecides { get; } = new("colleague.subject-decides", Field: "Subject");

    /// <summary>A status is one of a kind of case, and it is not said for which this one is.</summary>
    public static Failure StatusNeedsType { get; } = new("colleague.status-needs-type", Field: "About");

    /// <summary>The status that it sets is not one of that kind of case.</summary>
    public static Failure StatusGone { get; } = new("colleague.status-gone", Field: "Status");

    /// <summary>The team to which it gives cases is not there any more, or may not know of them.</summary>
    public static Failure TeamGone { get; } = new("colleague.team-gone", Field: "Team");

    /// <summary>A task needs words in both languages.</summary>
    public static Failure TaskMissing { get; } = new("colleague.task-missing", Field: "TaskNl");

    /// <summary>The team that does the task is not there any more, or may not know of the case.</summary>
    public static Failure TaskTeamGone { get; } = new("colleague.task-team-gone", Field: "TaskTeam");

    /// <summary>The text that it sends is not there any more.</summary>
    public static Failure MessageGone { get; } = new("colleague.text-gone", Field: "Message");

    /// <summary>The text that it asks is not there any more.</summary>
    public static Failure AskGone { get; } = new("colleague.text-gone", Field: "Ask");

    /// <summary>The text says the name of who writes, and nobody writes it.</summary>
    public static Failure TextNamesWriter { get; } = new("colleague.text-names-writer", Field: "Message");

    /// <summary>The team has no chat.</summary>
    public static Failure ChatGone { get; } = new("colleague.chat-gone", Field: "Chat");

    /// <summary>Who sets it up for a sensitive group is not of that group.</summary>
    public static Failure NotYourGroup { get; } = new("colleague.not-your-group", Field: "SensitiveGroup");

    /// <summary>It was not tried as it stands.</summary>
    public static Failure NotTried { get; } = new("colleague.not-tried", FailureKind.Conflict);

    /// <summary>It came to its limit per hour.</summary>
    public static Failure LimitReached { get; } = new("colleague.limit-reached", FailureKind.Conflict);
}
