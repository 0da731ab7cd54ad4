using System.Globalization;
using System.Reflection;
using Loket.Cases.Handovers;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>What sets a virtual colleague off, and how one time is told from another, so that it takes up a case once for each.</summary>
internal static class ColleagueOccasions
{
    private static readonly Dictionary<ColleagueWhen, Type> Events = new()
    {
        [ColleagueWhen.CameIn] = typeof(CaseOpened), [ColleagueWhen.Joined] = typeof(ContactJoined), [ColleagueWhen.Wrote] = typeof(ParticipantWrote), [ColleagueWhen.Reopened] = typeof(CaseReopened),
        [ColleagueWhen.Placed] = typeof(CaseRouted), [ColleagueWhen.StatusSet] = typeof(CaseStatusSet), [ColleagueWhen.PartnerRefused] = typeof(HandoverRefused),
    };

    /// <summary>Whether an event sets it off.</summary>
    public static bool IsSetOffBy(ColleagueWhen when, ICaseEvent happened) => Events.GetValueOrDefault(when) == happened.GetType();

    /// <summary>The name in the journal of what sets it off.</summary>
    public static string KindOf(ColleagueWhen when) => Events[when].GetCustomAttribute<JournalEventAttribute>()!.Kind;

    /// <summary>An event, by its entry.</summary>
    public static string Of(JournalEntryId entry) => entry.Value.ToString("N");

    /// <summary>A time that has come: the age comes once, a deadline once as long as it stands, and a silence once until somebody does something.</summary>
    public static string Of(ColleagueWhen when, Instant of) =>
        when == ColleagueWhen.Age ? "age" : string.Create(CultureInfo.InvariantCulture, $"{when}:{of.ToUnixTimeMilliseconds()}");
}
