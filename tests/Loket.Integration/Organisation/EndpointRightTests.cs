using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Loket.Testing;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Who may use each endpoint of the running program stands in a list beside this test; another right is a change of that list, which somebody reads.</summary>
public sealed partial class EndpointRightTests
{
    private const string Everyone = "everyone";
    private const string AnyStaff = "any staff";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_endpoint_is_for_whom_the_list_says()
    {
        var actual = (await Endpoints()).Select(one => $"{one.Name}: {one.For}").Distinct().Order(StringComparer.Ordinal).ToList();
        var written = (await File.ReadAllLinesAsync(List(), Cancel)).Where(line => line.Length > 0).ToList();
        // As it is now: to lay beside the list, and to put in its place where it is right.
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "EndpointRights.txt"), actual, Cancel);

        Assert.Empty(actual.Except(written, StringComparer.Ordinal));
        Assert.Empty(written.Except(actual, StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Nobody_gets_in_without_signing_in_and_who_has_no_right_gets_no_further(Database database)
    {
        await using var town = await Town.On(database);
        using var stranger = town.Client();
        using var powerless = await town.SignIn();
        var complaints = new List<string>();
        foreach (var one in (await Endpoints()).Where(one => one.For != Everyone))
        {
            foreach (var method in one.Methods)
            {
                using var refused = await stranger.SendAsync(Asked(one.Path, method), Cancel);
                var sentAway = refused.StatusCode == HttpStatusCode.Redirect && refused.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true;
                if (!sentAway && refused.StatusCode != HttpStatusCode.Unauthorized) complaints.Add($"{method} {one.Name} gives a stranger {(int)refused.StatusCode}");
                if (one.For == AnyStaff || one.Name.StartsWith("api/", StringComparison.Ordinal)) continue;
                using var forbidden = await powerless.Client.SendAsync(Asked(one.Path, method), Cancel);
                if (forbidden.StatusCode != HttpStatusCode.Forbidden) complaints.Add($"{method} {one.Name} gives somebody without rights {(int)forbidden.StatusCode}");
            }
        }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    private static HttpRequestMessage Asked(string path, string method)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri("/" + path, UriKind.Relative));
        if (method != "GET") request.Content = path.StartsWith("api/", StringComparison.Ordinal) ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        return request;
    }

    private static async Task<IReadOnlyList<Door>> Endpoints()
    {
        var services = (await Installation.Running).Services;
        var pages = services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // Files of the site are for everyone, each under a name of its own.
            if (endpoint.Metadata.Any(one => one.GetType().Name == "StaticAssetDescriptor") || endpoint.RoutePattern.RawText!.Contains("path:file", StringComparison.Ordinal)) continue;
            IReadOnlyList<object> metadata = endpoint.Metadata;
            string[] methods = [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]];
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await pages.LoadAsync(page, endpoint.Metadata);
                (metadata, methods) = ([.. loaded.EndpointMetadata!], [.. loaded.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Where(method => method == "POST").Append("GET").Distinct()]);
            }

            var pattern = endpoint.RoutePattern.RawText!.TrimStart('/');
            doors.Add(new Door(pattern, For(metadata), Parameter().Replace(pattern, match => match.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "x"), methods));
        }

        return doors;
    }

    private static string For(IEnumerable<object> metadata)
    {
        var declared = metadata.ToList();
        if (declared.OfType<OpenAttribute>().Any()) return Everyone;
        var rights = declared.OfType<RightAttribute>().Select(right => string.Join(" or ", right.AnyOf)).ToList();
        return rights.Count > 0 ? string.Join(", and ", rights) : declared.OfType<AnyStaffAttribute>().Any() ? AnyStaff : "nobody";
    }

    private static string List()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Loket.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Loket.slnx above the tests.");
        return Path.Combine(folder, "tests", "Loket.Integration", "Organisation", "EndpointRights.txt");
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    private sealed record Door(string Name, string For, string Path, string[] Methods);
}
