using System.Globalization;
using Loket.Kernel;
using Loket.Organisation.People;
using NodaTime;

namespace Loket.Web.Pages.Manage;

/// <summary>Hours per weekday as they are filled in: a line for each day, empty where there are none.</summary>
public sealed class WeekForm
{
    /// <summary>Monday first, for example <c>08:30-12:00 13:00-17:00</c>.</summary>
    public List<string?> Days { get; set; } = [null, null, null, null, null, null, null];

    /// <summary>The name of a day, by its place.</summary>
    public static string NameOf(int place) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((place + 1) % 7));

    internal static WeekForm Of(WeekHours hours) => Of(hours.ToString());

    internal static WeekForm Of(string? text)
    {
        var form = new WeekForm();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var day = line[0] - '1';
            if (day is >= 0 and < 7) form.Days[day] = line[1..].Trim();
        }

        return form;
    }

    /// <summary>As people read it: a line for each day that has hours.</summary>
    public string InWords() => string.Join('\n', Days.Take((int)IsoDayOfWeek.Sunday)
        .Select((hours, place) => (Hours: hours?.Trim(), Day: NameOf(place))).Where(day => !string.IsNullOrEmpty(day.Hours)).Select(day => $"{day.Day} {day.Hours}"));

    /// <summary>A failure of all hours, at the first day that is wrong; of no day in particular, at the first.</summary>
    internal Failure AtDay(Failure failure, string field = "Hours")
    {
        if (failure.Field != field) return failure;
        var wrong = Enumerable.Range(0, (int)IsoDayOfWeek.Sunday).FirstOrDefault(place => !WeekHours.Read(LineOf(place), "").Succeeded);
        return failure.At($"{field}.Days[{wrong}]");
    }

    private string LineOf(int place) =>
        Days.ElementAtOrDefault(place)?.Trim() is { Length: > 0 } hours ? string.Create(CultureInfo.InvariantCulture, $"{place + 1} {hours.Replace(" - ", "-", StringComparison.Ordinal)}") : "";

    /// <summary>As text, in the form of <see cref="WeekHours"/>.</summary>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, (int)IsoDayOfWeek.Sunday).Select(LineOf).Where(line => line.Length > 0));
}
