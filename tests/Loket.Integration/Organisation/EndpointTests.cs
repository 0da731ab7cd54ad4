using System.Net;
using System.Security.Claims;
using Loket.Testing;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Organisation;

public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_of_the_running_program_says_who_may_use_it()
    {
        var installation = await Installation.Running;

        // Added by the framework for files that a developer has just made; closed, as everything that declares nothing.
        var undeclared = (await RightEndpoints.Undeclared(installation.Services)).Except(["Fallback {**path:file}"], StringComparer.Ordinal);
        Assert.Empty(undeclared);
    }

    [Fact]
    public async Task What_declares_nothing_is_closed_also_to_who_is_signed_in()
    {
        var services = (await Installation.Running).Services;
        var somebody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Fatima")], "session"));

        var policy = await services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();

        Assert.NotNull(policy);
        Assert.False((await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(somebody, null, policy)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Pages_carry_the_headers_that_keep_browsers_from_harm(Database database)
    {
        await using var town = await Town.On(database);
        using var client = town.Client();

        var response = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory, BothDatabases]
    public async Task An_address_that_is_not_there_says_so_in_words(Database database)
    {
        await using var town = await Town.On(database);
        using var visitor = new Visitor(town.Client());

        await visitor.Open("/en/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Contains("We cannot find this page", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
