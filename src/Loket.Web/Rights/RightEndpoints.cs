using Loket.Organisation.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Rights;

/// <summary>Declares rights on endpoints that are no pages, and finds those that declare nothing.</summary>
public static class RightEndpoints
{
    /// <summary>Only for who has this right, or one of these.</summary>
    public static TBuilder RequireRight<TBuilder>(this TBuilder endpoint, params Right[] anyOf) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RightAttribute(anyOf));

    /// <summary>For everybody who works here, whatever their rights.</summary>
    public static TBuilder ForAnyStaff<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AnyStaffAttribute());

    /// <summary>For everyone, signed in or not.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenAttribute());

    /// <summary>Names of the endpoints of the running program that say neither who may use them nor that everyone may.</summary>
    public static async Task<IReadOnlyList<string>> Undeclared(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var undeclared = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            IEnumerable<object> metadata = endpoint.Metadata;

            // The attributes of a page's model are read when the page is first used.
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) metadata = (await pages.LoadAsync(page, endpoint.Metadata)).EndpointMetadata!;
            if (!metadata.Any(one => one is RightAttribute or AnyStaffAttribute or OpenAttribute)) undeclared.Add(endpoint.DisplayName ?? endpoint.ToString() ?? "?");
        }

        return undeclared;
    }

    /// <summary>Whether an endpoint is a file of the site, which is the same for every reader.</summary>
    internal static bool IsFile(this Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
