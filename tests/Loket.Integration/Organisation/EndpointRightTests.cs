using System.Net;
using System.Net.Http.Json;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Who may use each endpoint of the running program stands in a list beside this test; another right is a change of that list, which somebody reads.</summary>
public sealed class EndpointRightTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_endpoint_is_for_whom_the_list_says()
    {
        var actual = (await Door.All()).Select(one => $"{one.Name}: {one.For}").Distinct().Order(StringComparer.Ordinal).ToList();
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
        Assert.Equal("/me", powerless.Address);
        Assert.Contains("U hebt nog geen rol in Loket", powerless.Text("main .loket-alert"), StringComparison.Ordinal);
        var complaints = new List<string>();
        foreach (var one in (await Door.All()).Where(one => one.For != Door.Everyone))
        {
            foreach (var method in one.Methods)
            {
                using var refused = await stranger.SendAsync(Asked(one.Path(), method), Cancel);
                var sentAway = refused.StatusCode == HttpStatusCode.Redirect && refused.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true;
                if (!sentAway && refused.StatusCode != HttpStatusCode.Unauthorized) complaints.Add($"{method} {one.Name} gives a stranger {(int)refused.StatusCode}");
                if (one.For == Door.AnyStaff || one.IsApi) continue;
                using var forbidden = await powerless.Client.SendAsync(Asked(one.Path(), method), Cancel);
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

    private static string List()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Loket.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Loket.slnx above the tests.");
        return Path.Combine(folder, "tests", "Loket.Integration", "Organisation", "EndpointRights.txt");
    }
}
