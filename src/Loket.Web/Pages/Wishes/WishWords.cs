using System.Globalization;
using Loket.Web.Components;

namespace Loket.Web.Pages.Wishes;

/// <summary>The words beside the fields.</summary>
internal static class WishWords
{
    /// <summary>In the language of the request.</summary>
    public static Words Here => TextCatalogue.Default.For("Pages/Wishes/_Fields", CultureInfo.CurrentUICulture);
}
