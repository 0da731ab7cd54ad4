using System.Collections.Immutable;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.People;
using NodaTime;
using NodaTime.Text;

namespace Loket.Organisation.Settings;

/// <summary>The days on which the week's pattern does not hold, as text: date, "dicht" or hours, reason; a day on each line.</summary>
internal static class DifferentDays
{
    private const string Closed = "dicht";

    public static Result<IReadOnlyList<DayException>> Read(string? text, string field)
    {
        var days = new List<DayException>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadLine(line) is not { } day || days.Any(other => other.Day == day.Day)) return OrganisationFailures.NoDays.At(field);
            days.Add(day);
        }

        return days;
    }

    private static DayException? ReadLine(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !LocalDatePattern.Iso.Parse(parts[0]).TryGetValue(default, out var day)) return null;
        if (string.Equals(parts[1], Closed, StringComparison.OrdinalIgnoreCase)) return DayException.Closed(day, string.Join(' ', parts[2..]));

        var stretches = parts[1..].TakeWhile(part => char.IsAsciiDigit(part[0])).ToList();
        var hours = WeekHours.Read("1 " + string.Join(' ', stretches), "");
        return hours.Succeeded
            ? new DayException(day, hours.Value.Days[IsoDayOfWeek.Monday], string.Join(' ', parts[(1 + stretches.Count)..]))
            : null;
    }
}
