using System.Globalization;
using Loket.Organisation.Desks;
using Loket.Web.Rights;
using NodaTime;

namespace Loket.Web.Pages.Public;

/// <summary>Where one can walk in, and when.</summary>
[Open]
public sealed class DesksModel(DeskDirectory desks) : PublicPage
{
    /// <summary>The desks, by name.</summary>
    public IReadOnlyList<DeskCard> Desks { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => Desks = await desks.All(cancel);

    /// <summary>The name of a weekday.</summary>
    public static string DayName(IsoDayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));

    /// <summary>The hours in words, where the desk has them.</summary>
    public static string HoursInWords(DeskCard desk) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? desk.OpeningTextEn : desk.OpeningTextNl;
}
