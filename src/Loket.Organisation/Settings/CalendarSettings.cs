using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Entry;
using Loket.Organisation.People;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Settings;

/// <summary>When the municipality works; one row.</summary>
internal sealed class CalendarSettings : ISetting<CalendarDetails>, IStanding
{
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    [NotPersonal("the hours of a municipality")]
    public string Hours { get; private set; } = "";

    /// <summary>The hours in which residents are called; empty for those in which we work.</summary>
    [NotPersonal("the hours of a municipality")]
    public string PhoneHours { get; private set; } = "";

    [NotPersonal("the hours of a municipality")]
    public string Exceptions { get; private set; } = "";

    public IReadOnlyList<DutchHoliday> Holidays { get; private set; } = [];

    public bool LiberationDayInLustrumOnly { get; private set; }

    public string TimeZone { get; private set; } = "";

    public int Version { get; private set; } = 1;

    /// <summary>What holds as long as nothing was set: Monday to Friday from half past eight to five.</summary>
    public static MunicipalCalendar Customary { get; } = MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0));

    /// <summary>The same, as it would be filled in.</summary>
    public static CalendarDetails CustomaryDetails { get; } = new(
        string.Join('\n', Enumerable.Range(1, 5).Select(day => $"{day} 08:30-17:00")), Holidays: [.. MunicipalCalendar.CustomaryHolidays.Order()]);

    public Result<Done> Set(CalendarDetails details)
    {
        var hours = WeekHours.Read(details.Hours, nameof(details.Hours));
        var days = DifferentDays.Read(details.Exceptions, nameof(details.Exceptions));
        var phone = WeekHours.Read(details.PhoneHours, nameof(details.PhoneHours));
        if ((hours.Failure ?? phone.Failure ?? days.Failure) is { } failure) return failure;
        if (hours.Value.IsEmpty) return OrganisationFailures.NeverOpen.At(nameof(details.Hours));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(details.TimeZone) is null) return OrganisationFailures.NoTimeZone.At(nameof(details.TimeZone));

        (Hours, PhoneHours, Exceptions, TimeZone) = (hours.Value.ToString(), phone.Value.ToString(), (details.Exceptions ?? "").Trim(), details.TimeZone);
        Holidays = [.. details.Holidays ?? [.. MunicipalCalendar.CustomaryHolidays.Order()]];
        LiberationDayInLustrumOnly = details.LiberationDayInLustrumOnly;
        return default(Done);
    }

    public IJournalEvent WasSet() => new CalendarSet(Details());

    public CalendarDetails Details() => new(Hours, Exceptions, Holidays, LiberationDayInLustrumOnly, TimeZone, PhoneHours);

    public MunicipalCalendar Calendar() => Calendar(Hours);

    /// <summary>When residents are called; closed on the same days.</summary>
    public MunicipalCalendar Phone() => Calendar(PhoneHours.Length > 0 ? PhoneHours : Hours);

    private MunicipalCalendar Calendar(string hours) => new(
        WeekHours.Read(hours, "").Value.Days.ToDictionary(), Holidays, LiberationDayInLustrumOnly, DifferentDays.Read(Exceptions, "").Value,
        DateTimeZoneProviders.Tzdb[TimeZone]);
}

internal sealed class CalendarSettingsConfiguration : IEntityTypeConfiguration<CalendarSettings>
{
    public void Configure(EntityTypeBuilder<CalendarSettings> builder)
    {
        builder.ToTable("calendar_settings");
        builder.HasKey(settings => settings.Id);
        builder.Property(settings => settings.Id).ValueGeneratedNever();
        builder.Property(settings => settings.Hours).HasMaxLength(400);
        builder.Property(settings => settings.PhoneHours).HasMaxLength(400);
        builder.Property(settings => settings.Holidays).AsNames();
        builder.Property(settings => settings.TimeZone).HasMaxLength(60);
    }
}
