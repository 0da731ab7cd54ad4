using System.Security.Claims;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Components;
using Loket.Web.Pages.Manage;
using Loket.Web.Pages.Staff.Customers;
using Microsoft.AspNetCore.WebUtilities;

namespace Loket.Web.Pages.Staff.GoTo;

/// <summary>What kind of thing one goes to.</summary>
public enum DestinationKind
{
    /// <summary>What a reference is of.</summary>
    Reference,

    /// <summary>A page, or something to begin.</summary>
    Page,

    /// <summary>The work of a colleague.</summary>
    Colleague,

    /// <summary>A team.</summary>
    Team,

    /// <summary>A resident or a company.</summary>
    Customer,
}

/// <summary>Something to go to.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Text">What it is called; null for a resident whose name is not known.</param>
/// <param name="Href">Where it is.</param>
/// <param name="More">By which it is told from others of that name.</param>
public sealed record Destination(
    DestinationKind Kind, [property: Personal("answering", "case")] string? Text, string Href, [property: Personal("answering", "case")] string? More = null);

/// <summary>Where somebody can go by what they type: a reference first, then pages by their words, colleagues and teams, people last; only what they may open.</summary>
/// <remarks>A reference shows nothing of what it is of. People come from the find box, with its rights and its looks; who is opened is looked at on their own page.</remarks>
public sealed class Destinations(MeantByReference meant, SearchCustomers customers, StaffDirectory staff, TeamDirectory teams, IEnumerable<IStaffNavigation> navigation)
{
    private const int MostPages = 8;
    private const int MostOfAKind = 5;

    // Two letters begin the name of half the town.
    private const int FewestForPeople = 3;

    /// <summary>What fits, best first; for nothing typed all pages.</summary>
    /// <param name="text">What is typed, cleaned.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="reader">The same, for the side bar.</param>
    /// <param name="words">The words of the box.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<Destination>> Find(string text, Actor by, ClaimsPrincipal reader, Words words, CancellationToken cancel)
    {
        var pages = Pages(by, reader, words);
        if (text.Length == 0) return [.. pages.Select(page => page.Where)];
        if (await meant.Link(text, by, cancel) is { } link) return [new Destination(DestinationKind.Reference, text, link)];
        return
        [
            .. Ranked(text, pages, MostPages),
            .. await Colleagues(text, by, cancel),
            .. Ranked(text, await Teams(by, cancel), MostOfAKind),
            .. await People(text, by, cancel),
        ];
    }

    private static IEnumerable<Destination> Ranked(string text, IReadOnlyList<(Destination Where, string Words)> all, int most) => all
        .Select(one => (one.Where, Rank: GoMatch.Of(text, one.Where.Text ?? "", one.Words))).Where(one => one.Rank is not null).OrderBy(one => one.Rank).Take(most).Select(one => one.Where);

    // The own names go before those of the side bar, which has some of the same pages.
    private IReadOnlyList<(Destination Where, string Words)> Pages(Actor by, ClaimsPrincipal reader, Words words)
    {
        var (side, manage) = (TextCatalogue.Default.For("Pages/Shared/_Staff", words.Culture), TextCatalogue.Default.For("Pages/Manage/Index", words.Culture));
        var own = GoPage.All.Where(page => page.IsFor(by)).Select(page => (Page(words["Page." + page.Key], page.Href), words["Page." + page.Key + ".Words"]));
        var entries = navigation.SelectMany(one => one.Entries(reader)).OrderBy(entry => entry.Order).Select(entry => (Page(side["Entry." + entry.Key], entry.Href), ""));
        var tasks = ManageTasks.For(by).Select(task => (Page(manage[task.Key], task.Href), manage[task.Key + ".What"]));
        return [.. own.Concat(entries).Concat(tasks).DistinctBy(page => page.Item1.Href)];

        static Destination Page(string name, string href) => new(DestinationKind.Page, name, href);
    }

    private async Task<IEnumerable<Destination>> Colleagues(string text, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.SeeCases) || text.Length < FewestForPeople) return [];
        return (await staff.Search(text, MostOfAKind, cancel)).Select(person => new Destination(
            DestinationKind.Colleague, person.Name, QueryHelpers.AddQueryString(Links.Work + "/alles", "Filter.Handler", person.Id.Value.ToString())));
    }

    private async Task<IReadOnlyList<(Destination Where, string Words)>> Teams(Actor by, CancellationToken cancel)
    {
        var manages = by.May(Right.Configure);
        if (!manages && !by.May(Right.SeeCases)) return [];
        return
        [
            .. (await teams.All(cancel)).Where(team => manages || by.Teams.Contains(team.Id))
                .Select(team => (new Destination(DestinationKind.Team, team.Name, by.Teams.Contains(team.Id) && by.May(Right.SeeCases) ? Links.Work + "/team" : "~/beheer/teams/" + team.Key), "")),
        ];
    }

    private async Task<IEnumerable<Destination>> People(string text, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.RegisterContacts) || text.Length < FewestForPeople) return [];
        return (await customers.Handle(text, MostOfAKind, by, cancel)).People
            .Select(person => new Destination(DestinationKind.Customer, person.Name, Links.Customer(person.Id), person.Address?.ReplaceLineEndings(", ")));
    }
}
