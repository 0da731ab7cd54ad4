using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Loket.Kernel.Calendars;

/// <summary>What one step in finding a deadline says; its words are found at the edge. Arguments per kind stand behind it.</summary>
public enum DeadlineStepKind
{
    /// <summary>The clock was set: <c>at</c> (instant), <c>day</c>.</summary>
    Started,

    /// <summary>It was outside working time, so counting began at: <c>at</c>.</summary>
    BeganLater,

    /// <summary>The day of the start does not count; the first day that does: <c>day</c>.</summary>
    FirstDay,

    /// <summary>The time promised: <c>kind</c> (<see cref="NormKind"/>), <c>amount</c>.</summary>
    Norm,

    /// <summary>The clock stood still: <c>from</c>, <c>until</c> (instants), <c>reason</c>.</summary>
    Suspended,

    /// <summary>More time was given: <c>kind</c>, <c>amount</c>, <c>reason</c>.</summary>
    Extended,

    /// <summary>A weekday on which no work is done: <c>day</c>, and <c>holiday</c> (<see cref="DutchHoliday"/>) or <c>reason</c>.</summary>
    ClosedDay,

    /// <summary>The last day by plain counting: <c>day</c>.</summary>
    CountedTo,

    /// <summary>The term was lengthened until it held two ordinary days (General Terms Act, article 2): <c>day</c>.</summary>
    TwoOrdinaryDays,

    /// <summary>A term cannot end here and moves on (article 1): <c>day</c>, <c>why</c> (<see cref="PassedOverReason"/>), <c>holiday</c> where it is one.</summary>
    MovedOn,

    /// <summary>The General Terms Act does not govern a term so long (article 4): <c>kind</c>, <c>amount</c>.</summary>
    ActDoesNotGovern,

    /// <summary>The deadline: <c>at</c>, <c>day</c>.</summary>
    Ends,
}

/// <summary>One step of how a deadline came about: a kind and its arguments, in invariant text (ISO dates and instants).</summary>
public sealed record DeadlineStep(DeadlineStepKind Kind, IReadOnlyDictionary<string, string> Arguments)
{
    internal static DeadlineStep Started(Instant at, LocalDate day) => Of(DeadlineStepKind.Started, ("at", Text(at)), ("day", Text(day)));

    internal static DeadlineStep BeganLater(Instant at) => Of(DeadlineStepKind.BeganLater, ("at", Text(at)));

    internal static DeadlineStep FirstDay(LocalDate day) => Of(DeadlineStepKind.FirstDay, ("day", Text(day)));

    internal static DeadlineStep Promised(Norm norm) => Of(DeadlineStepKind.Norm, ("kind", norm.Kind.ToString()), ("amount", Text(norm.Amount)));

    internal static DeadlineStep Suspended(Suspension suspension) =>
        Of(DeadlineStepKind.Suspended, ("from", Text(suspension.From)), ("until", Text(suspension.Until)), ("reason", suspension.Reason));

    internal static DeadlineStep Extended(Extension extension) =>
        Of(DeadlineStepKind.Extended, ("kind", extension.By.Kind.ToString()), ("amount", Text(extension.By.Amount)), ("reason", extension.Reason));

    internal static DeadlineStep Closed(LocalDate day, DutchHoliday holiday) => Of(DeadlineStepKind.ClosedDay, ("day", Text(day)), ("holiday", holiday.ToString()));

    internal static DeadlineStep Closed(LocalDate day, string reason) => Of(DeadlineStepKind.ClosedDay, ("day", Text(day)), ("reason", reason));

    internal static DeadlineStep CountedTo(LocalDate day) => Of(DeadlineStepKind.CountedTo, ("day", Text(day)));

    internal static DeadlineStep TwoOrdinaryDays(LocalDate day) => Of(DeadlineStepKind.TwoOrdinaryDays, ("day", Text(day)));

    internal static DeadlineStep MovedOn(LocalDate day, PassedOver why) => why.Holiday is { } holiday
        ? Of(DeadlineStepKind.MovedOn, ("day", Text(day)), ("why", why.Reason.ToString()), ("holiday", holiday.ToString()))
        : Of(DeadlineStepKind.MovedOn, ("day", Text(day)), ("why", why.Reason.ToString()));

    internal static DeadlineStep ActDoesNotGovern(Norm term) => Of(DeadlineStepKind.ActDoesNotGovern, ("kind", term.Kind.ToString()), ("amount", Text(term.Amount)));

    internal static DeadlineStep Ends(Instant at, LocalDate day) => Of(DeadlineStepKind.Ends, ("at", Text(at)), ("day", Text(day)));

    private static DeadlineStep Of(DeadlineStepKind kind, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments) named.Add(name, value);
        return new DeadlineStep(kind, named);
    }

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
