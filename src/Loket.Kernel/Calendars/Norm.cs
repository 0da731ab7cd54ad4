namespace Loket.Kernel.Calendars;

/// <summary>In what a norm is counted.</summary>
public enum NormKind
{
    /// <summary>Hours of the municipality's working time.</summary>
    WorkingHours,

    /// <summary>Working days of the municipality.</summary>
    WorkingDays,

    /// <summary>Days under the General Terms Act.</summary>
    CalendarDays,

    /// <summary>Weeks under the General Terms Act.</summary>
    CalendarWeeks,

    /// <summary>Months under the General Terms Act; privacy requests have one (GDPR article 12, third paragraph).</summary>
    CalendarMonths,
}

/// <summary>By which of the two calendars a deadline was found.</summary>
public enum DeadlineCalendar
{
    /// <summary>The municipality's own working hours, holidays and closed days.</summary>
    WorkingTime,

    /// <summary>The General Terms Act with its own holidays.</summary>
    Statutory,
}

/// <summary>A promised or statutory time.</summary>
public sealed record Norm
{
    /// <summary>The largest amount of any kind that is accepted; more is a slip of the keyboard.</summary>
    public const int MaximumAmount = 3650;

    /// <param name="kind">In what it is counted.</param>
    /// <param name="amount">1 to <see cref="MaximumAmount"/>.</param>
    public Norm(NormKind kind, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MaximumAmount);
        Kind = kind;
        Amount = amount;
    }

    /// <summary>In what it is counted.</summary>
    public NormKind Kind { get; }

    /// <summary>How many of them.</summary>
    public int Amount { get; }

    /// <summary>The calendar that this kind is counted in.</summary>
    public DeadlineCalendar Calendar => Kind is NormKind.WorkingHours or NormKind.WorkingDays ? DeadlineCalendar.WorkingTime : DeadlineCalendar.Statutory;

    /// <summary>So many hours of working time.</summary>
    public static Norm WorkingHours(int amount) => new(NormKind.WorkingHours, amount);

    /// <summary>So many working days.</summary>
    public static Norm WorkingDays(int amount) => new(NormKind.WorkingDays, amount);

    /// <summary>So many days of a statutory term.</summary>
    public static Norm CalendarDays(int amount) => new(NormKind.CalendarDays, amount);

    /// <summary>So many weeks of a statutory term.</summary>
    public static Norm CalendarWeeks(int amount) => new(NormKind.CalendarWeeks, amount);

    /// <summary>So many months of a statutory term.</summary>
    public static Norm CalendarMonths(int amount) => new(NormKind.CalendarMonths, amount);
}
