using System.Globalization;
using Loket.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Unit.Components;

public sealed class LanguageByPathTests
{
    [Theory]
    [InlineData("/", "nl", "", "/")]
    [InlineData("/vraag", "nl", "", "/vraag")]
    [InlineData("/en", "en", "/en", "/")]
    [InlineData("/en/vraag", "en", "/en", "/vraag")]
    [InlineData("/EN/vraag", "en", "/en", "/vraag")]
    [InlineData("/energie", "nl", "", "/energie")]
    public async Task The_address_names_the_language(string path, string language, string pathBase, string rest)
    {
        var seen = await Ask(path, context => (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, context.Request.PathBase.Value, context.Request.Path.Value));

        Assert.Equal((language, pathBase, rest), seen);
    }

    [Theory]
    [InlineData("/vraag", "nl", "/vraag?a=1")]
    [InlineData("/vraag", "en", "/en/vraag?a=1")]
    [InlineData("/en/vraag", "nl", "/vraag?a=1")]
    [InlineData("/en/vraag", "en", "/en/vraag?a=1")]
    [InlineData("/en", "nl", "/?a=1")]
    public async Task The_same_page_has_an_address_in_each_language(string path, string language, string address) =>
        Assert.Equal(address, await Ask(path, context => LanguageByPath.SamePageIn(context.Request, language)));

    private static async Task<T> Ask<T>(string path, Func<HttpContext, T> look)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        T? seen = default;
        app.UseLanguageByPath();
        app.Run(context =>
        {
            seen = look(context);
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString("?a=1") } };
        await app.Build()(context);
        return seen!;
    }
}
