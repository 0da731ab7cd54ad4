namespace Loket.Demo.Town;

/// <summary>What a norm is counted in.</summary>
public enum NormUnit
{
    /// <summary>Hours that the municipality is open.</summary>
    WorkingHours,

    /// <summary>Days that the municipality is open.</summary>
    WorkingDays,

    /// <summary>Statutory: calendar weeks under the General Terms Act (Algemene termijnenwet).</summary>
    CalendarWeeks,

    /// <summary>Statutory: calendar months.</summary>
    CalendarMonths,
}

/// <summary>Promised time.</summary>
public sealed record Norm(int Amount, NormUnit Unit)
{
    public static Norm Hours(int amount) => new(amount, NormUnit.WorkingHours);
    public static Norm Days(int amount) => new(amount, NormUnit.WorkingDays);
    public static Norm Weeks(int amount) => new(amount, NormUnit.CalendarWeeks);
    public static Norm Months(int amount) => new(amount, NormUnit.CalendarMonths);
}
