using Loket.Kernel;

namespace Loket.Organisation;

/// <summary>Expected failures of this room.</summary>
public static class OrganisationFailures
{
    /// <summary>Something must be filled in.</summary>
    public static Failure Required { get; } = new("organisation.required");

    /// <summary>It is longer than {0} characters.</summary>
    public static Failure TooLong { get; } = new("organisation.too-long");

    /// <summary>There are more than {0}.</summary>
    public static Failure TooMany { get; } = new("organisation.too-many");

    /// <summary>It is no e-mail address.</summary>
    public static Failure NoEmail { get; } = new("organisation.no-email");

    /// <summary>It is no telephone number.</summary>
    public static Failure NoPhone { get; } = new("organisation.no-phone");

    /// <summary>It is no web address with https.</summary>
    public static Failure NoWebAddress { get; } = new("organisation.no-web-address");

    /// <summary>It is no technical key.</summary>
    public static Failure NoKey { get; } = new("organisation.no-key");

    /// <summary>It is no sign-in name.</summary>
    public static Failure NoSignInName { get; } = new("organisation.no-sign-in-name");

    /// <summary>The hours cannot be read, or overlap.</summary>
    public static Failure NoHours { get; } = new("organisation.no-hours");

    /// <summary>The days that differ cannot be read, or one day stands twice among them.</summary>
    public static Failure NoDays { get; } = new("organisation.no-days");

    /// <summary>There is no such date.</summary>
    public static Failure NoDate { get; } = new("organisation.no-date");

    /// <summary>There is no such time of the day.</summary>
    public static Failure NoTime { get; } = new("organisation.no-time");

    /// <summary>A norm is a number from 1 to 3650.</summary>
    public static Failure NoNorm { get; } = new("organisation.no-norm");

    /// <summary>There is no such time zone.</summary>
    public static Failure NoTimeZone { get; } = new("organisation.no-time-zone");

    /// <summary>A calendar without one regular hour would never reach a deadline.</summary>
    public static Failure NeverOpen { get; } = new("organisation.never-open");

    /// <summary>It is no prefix for references.</summary>
    public static Failure NoPrefix { get; } = new("organisation.no-prefix");

    /// <summary>Somebody else has this key or name.</summary>
    public static Failure Taken { get; } = new("organisation.taken");

    /// <summary>The moment has passed already, or the end comes before the beginning.</summary>
    public static Failure NotAhead { get; } = new("organisation.not-ahead");

    /// <summary>Nobody stands in for themselves.</summary>
    public static Failure OwnDeputy { get; } = new("organisation.own-deputy");

    /// <summary>Only a local co-host is given personal data; other roles have it or not.</summary>
    public static Failure NoCoHost { get; } = new("organisation.no-co-host");

    /// <summary>Another bound stands than the one that was seen.</summary>
    public static Failure BoundStands { get; } = new("organisation.bound-stands", FailureKind.Conflict);

    /// <summary>This person no longer works here.</summary>
    public static Failure Closed { get; } = new("organisation.closed", FailureKind.Conflict);

    /// <summary>One cannot close the own account: nobody might be left to open it.</summary>
    public static Failure OwnAccount { get; } = new("organisation.own-account");

    /// <summary>Something that cannot be undone was not confirmed.</summary>
    public static Failure NotSure { get; } = new("organisation.not-sure");

    /// <summary>It is not there.</summary>
    public static Failure NotFound { get; } = new("organisation.not-found", FailureKind.NotFound);

    /// <summary>The reader may not do this.</summary>
    public static Failure Forbidden { get; } = new("organisation.forbidden", FailureKind.Forbidden);

    /// <summary>A municipality is founded once; afterwards it is changed on its pages.</summary>
    public static Failure Founded { get; } = new("organisation.founded", FailureKind.Conflict);
}
