using Loket.Testing;

namespace Loket.Browser.Windows;

/// <summary>Where pictures go.</summary>
internal static class Folders
{
    /// <summary>Pictures for people to look at; not in version control.</summary>
    public static string Screenshots => Path.Combine(Checkout.Root, "artifacts", "screenshots");
}
