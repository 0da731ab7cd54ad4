using System.Net;
using System.Text.RegularExpressions;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Web;

public sealed partial class StaticFileTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_program_serves_the_style_sheet_with_its_fonts_and_lets_nothing_else_in(Database database)
    {
        await using var town = await Town.On(database);
        using var client = town.Client();

        using var sheet = await client.GetAsync("loket.css", Cancel);
        var font = FontAddress().Match(await sheet.Content.ReadAsStringAsync(Cancel)).Value;
        using var letters = await client.GetAsync(font, Cancel);

        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        Assert.Equal("font/woff2", letters.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", letters.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Assert.Single(sheet.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [GeneratedRegex("media/[^)\"]+\\.woff2", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex FontAddress();
}
