using Loket.Contacts;
using Loket.Documents;
using Loket.Kernel;
using Loket.Messages;

namespace Loket.Intake.Residents;

/// <summary>What a resident has answered so far; all may be missing.</summary>
public sealed record ResidentAnswers
{
    /// <summary>The longest description, in characters.</summary>
    public const int LongestText = 10_000;

    /// <summary>The longest description of a place, in characters.</summary>
    public const int LongestPlace = 300;

    /// <summary>The most files.</summary>
    public const int MostFiles = 5;

    /// <summary>With what they come.</summary>
    public ResidentKind? Kind { get; init; }

    /// <summary>Whether somebody fills it in for or with them: at a public computer, for a neighbour.</summary>
    public bool IsHelped { get; init; }

    /// <summary>Who that somebody is, as they say it.</summary>
    [Personal("answering", "1 day")]
    public string? HelpedBy { get; init; }

    /// <summary>In their own words.</summary>
    [Personal("answering", "1 day")]
    public string? Text { get; init; }

    /// <summary>Whether they were told to call first, and went on.</summary>
    public bool DangerSeen { get; init; }

    /// <summary>Whether the page about the place was answered, with or without one.</summary>
    public bool PlaceAnswered { get; init; }

    /// <summary>Where, in their own words: an address, a number on an object, a description.</summary>
    [Personal("answering", "1 day")]
    public string? Place { get; init; }

    /// <summary>Key of the village that they chose.</summary>
    public string? Village { get; init; }

    /// <summary>Whether the page about files was answered, with or without any.</summary>
    public bool FilesAnswered { get; init; }

    /// <summary>Files that were taken in and kept.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>Whether they said how they want to hear from us.</summary>
    public bool TellingAnswered { get; init; }

    /// <summary>How they want to be told; null when they don't want to be told.</summary>
    public MessageChannel? TellBy { get; init; }

    /// <summary>Their name.</summary>
    [Personal("answering", "1 day")]
    public string? Name { get; init; }

    /// <summary>Their e-mail address.</summary>
    [Personal("answering", "1 day")]
    public string? Email { get; init; }

    /// <summary>Their telephone number, in E.164.</summary>
    [Personal("answering", "1 day")]
    public string? Phone { get; init; }

    /// <summary>Their postal address, in lines.</summary>
    [Personal("answering", "1 day")]
    public string? Address { get; init; }

    /// <summary>Whether the chosen way of telling has its address.</summary>
    public bool CanBeTold => TellingAnswered && (TellBy switch
    {
        MessageChannel.Email => Email,
        MessageChannel.Sms or MessageChannel.Phone => Phone,
        MessageChannel.Letter => Address,
        _ => "",
    }) is not null;

    /// <summary>The first page that still has no answer.</summary>
    public ResidentStep NextStep =>
        Kind is null ? ResidentStep.Kind
        : string.IsNullOrEmpty(Text) ? ResidentStep.What
        : !PlaceAnswered ? ResidentStep.Where
        : !FilesAnswered ? ResidentStep.Files
        : !TellingAnswered ? ResidentStep.Telling
        : !CanBeTold ? ResidentStep.Details
        : ResidentStep.Check;
}

/// <summary>The pages of the residents' intake, in order.</summary>
public enum ResidentStep
{
    /// <summary>With what they come.</summary>
    Kind,

    /// <summary>What it is about.</summary>
    What,

    /// <summary>Where it is.</summary>
    Where,

    /// <summary>Photos and documents.</summary>
    Files,

    /// <summary>How they want to hear from us.</summary>
    Telling,

    /// <summary>The address for that.</summary>
    Details,

    /// <summary>All answers.</summary>
    Check,
}
