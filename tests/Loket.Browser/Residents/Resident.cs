using Loket.Browser.Windows;

namespace Loket.Browser.Residents;

/// <summary>What residents do on the site, in a line.</summary>
internal static class Resident
{
    /// <summary>The pages of the form after the first, in the order in which they come.</summary>
    public enum Step
    {
        What,
        Where,
        Files,
        Telling,
        Details,
        Check,
        Done,
    }

    /// <summary>Fills in the form up to a page.</summary>
    /// <param name="resident">Who fills it in.</param>
    /// <param name="until">The page that is shown then.</param>
    /// <param name="text">What they tell.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="email">Where they want news; null when they want none.</param>
    /// <param name="by">By which way they want news.</param>
    /// <param name="kind">With what they come.</param>
    public static async Task Answers(
        this Window resident, Step until, string text = "Lantaarnpaal 118-042 brandt niet", string? place = "118-042", string? email = "bewoner@voorbeeld.example",
        string by = "Per e-mail", string kind = "Report")
    {
        await resident.Open("/melden/wat?soort=" + kind);
        for (var step = Step.What; step < until; step++)
        {
            if (step == Step.Details && email is null) continue;
            if (step == Step.What) await resident.Page.Locator("textarea").FillAsync(text);
            if (step == Step.Where) await resident.Fill("Adres, nummer of plek", place ?? "");
            if (step == Step.Telling) await resident.Choose(email is null ? "Ik wil geen bericht" : by);
            if (step == Step.Details) await resident.Fill("E-mailadres", email!);
            await resident.Press(step == Step.Check ? "Versturen" : "Verder");
        }
    }

    /// <summary>Reports something; gives the reference.</summary>
    public static async Task<string> Reports(this Window resident, string text, string? place, string? email)
    {
        await resident.Answers(Step.Done, text, place, email);
        return await resident.Reference();
    }

    /// <summary>The reference that the page shows.</summary>
    public static async Task<string> Reference(this Window window) => (await window.Main.Locator(".loket-reference").First.TextContentAsync() ?? "").Trim();
}
