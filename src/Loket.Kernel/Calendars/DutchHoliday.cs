using NodaTime;

namespace Loket.Kernel.Calendars;

/// <summary>A day that Dutch public life knows as a holiday. Which of them close the desks, and which of them lengthen a term, differs per calendar.</summary>
public enum DutchHoliday
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>Two days before Easter; an ordinary working day for most, but it lengthens statutory terms.</summary>
    GoodFriday,

    /// <summary>First day of Easter, always a Sunday.</summary>
    EasterSunday,

    /// <summary>Second day of Easter.</summary>
    EasterMonday,

    /// <summary>27 April, or 26 April where that is a Sunday; before 2014 Queen's Day, 30 April.</summary>
    KingsDay,

    /// <summary>5 May; many employers close in lustrum years only.</summary>
    LiberationDay,

    /// <summary>The Thursday 39 days after Easter.</summary>
    Ascension,

    /// <summary>First day of Pentecost, always a Sunday.</summary>
    WhitSunday,

    /// <summary>Second day of Pentecost.</summary>
    WhitMonday,

    /// <summary>25 December.</summary>
    ChristmasDay,

    /// <summary>26 December.</summary>
    SecondChristmasDay,
}

/// <summary>One holiday on its day.</summary>
public readonly record struct HolidayOnDay(LocalDate Day, DutchHoliday Holiday);
