using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class ProviderGiftsTests
{
    private static readonly ProviderSettings Settings = new()
    {
        Authority = new Uri("https://login.example/"),
        ClientId = "loket",
        Roles = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal) { ["agent"] = [Role.Agent], ["lead"] = [Role.TeamLead, Role.Agent] },
        Teams = new Dictionary<string, string>(StringComparer.Ordinal) { ["1f0c"] = "lighting", ["2b7a"] = "lighting" },
    };

    [Fact]
    public void Each_mapped_claim_gives_its_roles_and_teams_once()
    {
        var gifts = ProviderGifts.Of(Settings, Person(["lead", "agent", "Agent", "printers"], ["1f0c", "2b7a", "3e9d"]));

        Assert.Equal([Role.Agent, Role.TeamLead], gifts.Roles!);
        Assert.Equal(["lighting"], gifts.TeamKeys!);
    }

    [Fact]
    public void What_is_not_mapped_gives_nothing()
    {
        var gifts = ProviderGifts.Of(Settings, Person(["AGENT"], ["lighting"]));

        Assert.Empty(gifts.Roles!);
        Assert.Empty(gifts.TeamKeys!);
    }

    [Fact]
    public void Without_a_mapping_the_provider_says_nothing_of_them()
    {
        var gifts = ProviderGifts.Of(new ProviderSettings { Authority = Settings.Authority, ClientId = "loket" }, Person(["agent"], ["1f0c"]));

        Assert.Null(gifts.Roles);
        Assert.Null(gifts.TeamKeys);
    }

    [Fact]
    public void A_claim_that_was_left_out_takes_no_team_away_and_an_empty_one_does()
    {
        Assert.Null(ProviderGifts.Of(Settings, Person([], null)).TeamKeys);
        Assert.Empty(ProviderGifts.Of(Settings, Person([], [])).TeamKeys!);
    }

    [Theory]
    [InlineData("Noor.Mulder@Gemeente.example", null, "noor.mulder@gemeente.example")]
    [InlineData("GEMEENTE\\noor", null, "gemeente-noor")]
    [InlineData(null, "n.mulder@gemeente.example", "n.mulder@gemeente.example")]
    [InlineData("é", null, "noor-mulder")]
    public void A_sign_in_name_is_made_of_what_the_provider_says(string? userName, string? email, string expected) =>
        Assert.Equal(expected, NewcomerNames.SignInNameOf(Person([], []) with { UserName = userName, Email = email }));

    [Fact]
    public void Asking_for_other_things_still_asks_who_it_is()
    {
        Assert.Equal("openid profile email", Settings.ScopeText());
        Assert.Equal("openid profile groups", (Settings with { Scopes = ["profile", "groups"] }).ScopeText());
    }

    private static ProviderIdentity Person(string[] roles, string[]? teams) => new("https://login.example/", "1", null, "Noor Mulder", null, null, false, roles, teams);
}
