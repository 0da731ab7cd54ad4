using Loket.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Browser.Pages;

/// <summary>No page is left out of the table of pages and states.</summary>
public sealed class PageTableTests
{
    [Fact]
    public async Task Every_page_of_the_running_program_is_in_the_table()
    {
        var installation = await Installation.Running;
        var pages = installation.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(pages, Scene.All.Select(state => state.Page).Distinct().Order(StringComparer.Ordinal));
    }
}
