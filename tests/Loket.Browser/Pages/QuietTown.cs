using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Pages;

/// <summary>A town in which nobody changes anything, for the states that are a page as it opens. Who has signed in there stays so, with what their browser fetched before:
/// a town, an account and an empty browser for each of more than a hundred states take longer than the looking.</summary>
public sealed class QuietTown(BrowserOfTheRun browser) : IAsyncLifetime
{
    private readonly Dictionary<string, IBrowserContext> people = new(StringComparer.Ordinal);
    private Town? town;

    /// <summary>The town.</summary>
    public Town Town => town!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => town = await Town.On(Database.Sqlite);

    /// <summary>A fresh window of whoever has these roles; of somebody who is not known without roles.</summary>
    public async Task<Window> WindowOf(IReadOnlyList<Role> roles)
    {
        var key = string.Join(' ', roles);
        if (!people.TryGetValue(key, out var person))
            people[key] = person = await Window.Somebody(browser, Town.Address, Way.Desktop, roles.Count == 0 ? null : await BrowserTest.SignedIn(Town, roles));
        return await Window.Beside(person, Town.Address, Way.Desktop);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) await person.CloseAsync();
        if (town is not null) await town.DisposeAsync();
    }
}
