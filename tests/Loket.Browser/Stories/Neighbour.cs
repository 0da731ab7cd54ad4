using System.Text.RegularExpressions;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Demo.Town;
using Loket.Testing;

namespace Loket.Browser.Stories;

/// <summary>What somebody of the street does at home.</summary>
internal static partial class Neighbour
{
    /// <summary>Reports it on the web; gives the reference.</summary>
    public static async Task<string> Reports(this Window resident, StoryContact contact)
    {
        var person = contact.By!;
        await resident.Open("/melden/wat?soort=Report");
        await resident.Fill("Wat is er aan de hand?", contact.Text);
        await resident.Press("Verder");
        await resident.Fill("Adres, nummer of plek", contact.Place!.Told == PlaceTold.AssetNumber ? contact.Place.Asset!.Number : contact.Place.Street.Name);
        await resident.Press("Verder");
        await resident.Press("Verder");
        await resident.Choose(person.Preferred == ReplyBy.Sms ? "Per sms" : "Per e-mail");
        await resident.Press("Verder");
        await resident.Fill("Uw naam", person.Name.Full);
        if (person.Preferred == ReplyBy.Sms) await resident.Fill("Mobiel nummer", person.Phone!);
        else await resident.Fill("E-mailadres", person.Email!);
        await resident.Press("Verder");
        await resident.Press("Versturen");
        await resident.Shows("Wij hebben uw melding ontvangen");
        return await resident.Reference();
    }

    /// <summary>Opens the page on which it can be followed, with the code that comes by the own channel.</summary>
    /// <param name="resident">Who looks.</param>
    /// <param name="link">The path of the link in the last message.</param>
    /// <param name="reference">The own reference.</param>
    /// <param name="town">The town, which sends the code.</param>
    /// <param name="lastMessage">What came last by the own channel.</param>
    public static async Task Follows(this Window resident, string link, string reference, Town town, Func<string> lastMessage)
    {
        await resident.Open(link);
        await resident.Fill("Uw kenmerk", reference);
        await resident.Press("Stuur mij een code");
        await town.RunJobs();
        await resident.Fill("Code", Digits().Match(lastMessage()).Value);
        await resident.Press("Bekijken");
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
