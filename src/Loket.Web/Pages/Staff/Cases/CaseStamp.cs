using System.Globalization;
using NodaTime;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>Which version of a case somebody had before them, and when, as their form carries it.</summary>
/// <param name="Version">The version; 0 where the form does not say so, which is no version of any case that was worked on.</param>
/// <param name="At">When it was shown.</param>
internal readonly record struct CaseStamp(int Version, Instant At)
{
    /// <summary>Reads it from a form.</summary>
    public static CaseStamp Read(string? text) =>
        text?.Split('.') is [var version, var ticks] && int.TryParse(version, CultureInfo.InvariantCulture, out var seen) && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at)
        && at >= Instant.MinValue.ToUnixTimeTicks() && at <= Instant.MaxValue.ToUnixTimeTicks()
            ? new CaseStamp(seen, Instant.FromUnixTimeTicks(at))
            : new CaseStamp(0, Instant.MaxValue);

    /// <summary>The same as text, for in a form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}.{At.ToUnixTimeTicks()}");
}
