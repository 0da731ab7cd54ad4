using Loket.Organisation.Accounts;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class SessionCookiesTests
{
    [Fact]
    public void Over_https_they_are_named_so_that_no_other_host_can_put_one_in_their_place()
    {
        var context = Asked("https", "loket-session=planted; __Host-loket-session=own");

        SessionCookies.SignIn(context, new CheckCode.Welcome("token", "device", []));
        SessionCookies.GoHalfWay(context, "half");

        Assert.Equal("own", SessionCookies.SessionToken(context.Request));
        Assert.Null(SessionCookies.SessionToken(Asked("https", "loket-session=planted").Request));
        Assert.Equal(4, context.Response.Headers.SetCookie.Count);
        Assert.All(context.Response.Headers.SetCookie, cookie =>
        {
            Assert.StartsWith("__Host-loket-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Without_https_as_on_ones_own_machine_a_browser_would_not_take_such_a_name() =>
        Assert.Equal("own", SessionCookies.SessionToken(Asked("http", "loket-session=own").Request));

    private static DefaultHttpContext Asked(string scheme, string cookies)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;
        context.Request.Headers.Cookie = cookies;
        return context;
    }
}
