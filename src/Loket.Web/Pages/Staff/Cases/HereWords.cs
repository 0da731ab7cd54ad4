using System.Globalization;
using Loket.Cases.Together;
using Loket.Organisation.People;
using Loket.Web.Components;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>Who else has the case before them, in one line.</summary>
internal static class HereWords
{
    private const string Texts = "Pages/Staff/Cases/_Here";

    /// <summary>"Ook hier: Fatma (schrijft een antwoord), Jan"; empty where the reader is alone.</summary>
    public static async Task<string> Of(IReadOnlyList<PersonHere> people, StaffDirectory staff, CancellationToken cancel)
    {
        if (people.Count == 0) return "";
        var say = TextCatalogue.Default.For(Texts, CultureInfo.CurrentUICulture);
        var cards = await staff.Several([.. people.Select(one => one.Staff)], cancel);
        var names = people.Where(one => cards.ContainsKey(one.Staff)).Select(one => one.Doing == CaseDoing.Answering ? say["Answering", cards[one.Staff].Name] : cards[one.Staff].Name);
        return say["Also", string.Join(", ", names.Order(StringComparer.CurrentCulture))];
    }
}
