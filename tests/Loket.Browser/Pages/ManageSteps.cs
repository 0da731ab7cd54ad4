using Loket.Browser.Windows;

namespace Loket.Browser.Pages;

/// <summary>What administrators do before a page shows what it is looked at for.</summary>
internal static class ManageSteps
{
    /// <summary>Follows the first way in a table.</summary>
    public static Task<Window> First(Task<Window> shown, string table) => Pressed(shown, $"{table} tbody th a");

    /// <summary>Presses the first of what a page has of it.</summary>
    public static async Task<Window> Pressed(Task<Window> shown, string button)
    {
        var window = await shown;
        await window.Act(window.Page.Locator(button).First);
        return window;
    }
}
