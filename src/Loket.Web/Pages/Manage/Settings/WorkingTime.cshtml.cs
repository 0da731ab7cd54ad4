using Loket.Kernel.Calendars;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Settings;

/// <summary>When the municipality works: its norms run in these hours (row B4).</summary>
[Right(Right.Configure)]
public sealed class WorkingTimeModel(Calendars calendars, SetCalendar set) : ManagePage<WorkingTimeForm>
{
    /// <summary>The holidays to choose from.</summary>
    public IReadOnlyList<Choice> Holidays => [.. Enum.GetValues<DutchHoliday>().Select(holiday => new Choice(holiday.ToString(), StaffWords.Start(StaffWords.Here.Of(holiday))))];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Changes it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Save(set.Handle(new SetCalendar.Request(RequestKey, Form.Details(), Form.Version, Actor), cancel), "~/beheer/werktijden", cancel);

    /// <inheritdoc />
    protected override Failure AtField(Failure failure) => Form.PhoneHours.AtDay(Form.Hours.AtDay(failure), nameof(Form.PhoneHours));

    /// <inheritdoc />
    protected override async Task<WorkingTimeForm?> Present(CancellationToken cancel)
    {
        var (details, version) = await calendars.ForForm(cancel);
        return WorkingTimeForm.Of(details, version);
    }
}

/// <summary>What is filled in about working time.</summary>
public sealed class WorkingTimeForm : IManageForm
{
    /// <summary>Hours per weekday.</summary>
    public WeekForm Hours { get; set; } = new();

    /// <summary>Hours per weekday in which residents are called.</summary>
    public WeekForm PhoneHours { get; set; } = new();

    /// <summary>Days that differ, one on each line.</summary>
    public string? Exceptions { get; set; }

    /// <summary>Names of holidays on which no work is done.</summary>
    public List<string> Holidays { get; set; } = [];

    /// <summary>Whether Liberation Day counts in lustrum years only.</summary>
    public bool LustrumOnly { get; set; }

    /// <summary>Name in the IANA database; not asked on the page.</summary>
    public string? TimeZone { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("Hours", Hours.InWords()), ("PhoneHours", PhoneHours.InWords()), ("Holidays", string.Join(", ", Holidays.Select(holiday => StaffWords.Here["DutchHoliday." + holiday]))),
        ("LustrumOnly", words.YesNo(LustrumOnly)), ("Exceptions", Exceptions),
    ];

    internal static WorkingTimeForm Of(CalendarDetails details, int version) => new()
    {
        Hours = WeekForm.Of(details.Hours), PhoneHours = WeekForm.Of(details.PhoneHours), Exceptions = details.Exceptions, Holidays = [.. (details.Holidays ?? []).Select(holiday => holiday.ToString())],
        LustrumOnly = details.LiberationDayInLustrumOnly, TimeZone = details.TimeZone, Version = version,
    };

    internal CalendarDetails Details() => new(
        Hours.ToString(), Exceptions, [.. Holidays.Where(name => Enum.TryParse<DutchHoliday>(name, out _)).Select(Enum.Parse<DutchHoliday>)], LustrumOnly, TimeZone ?? "Europe/Amsterdam", PhoneHours.ToString());
}
