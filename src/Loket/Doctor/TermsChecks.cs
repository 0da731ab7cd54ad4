using System.Globalization;
using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Doctor;

/// <summary>Whether this program knows the days on which no term of the law ends for as far ahead as terms run.</summary>
internal static class TermsChecks
{
    // The longest term under the General Terms Act, article 4: twelve weeks or three months.
    private static readonly Period LongestTerm = Period.FromMonths(3);

    private static readonly Period TimeToUpdate = Period.FromYears(1);

    public static Finding Of(Instant now)
    {
        const string check = "terms";
        var (today, until) = (now.InZone(MunicipalCalendar.Amsterdam).Date, StatutoryCalendar.DesignatedUntil);
        var known = string.Create(CultureInfo.InvariantCulture, $"The days that royal decrees name under article 3, third paragraph, of the General Terms Act are known until {until:uuuu-MM-dd}.");
        if (today + LongestTerm > until)
            return Finding.Wrong(null, check, $"{known} Terms that end after it may end a day too soon.", "Install a version of Loket that knows the next decree (Staatsblad, \"Besluit gelijkstelling\").");
        return today + TimeToUpdate > until
            ? Finding.Note(null, check, $"{known} Install a version that knows the next decree (Staatsblad, \"Besluit gelijkstelling\") before terms run past it.")
            : Finding.Ok(null, check, known);
    }
}
