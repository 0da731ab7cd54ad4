using System.Text.RegularExpressions;
using Loket.Organisation.Rights;
using Loket.Testing;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Integration.Organisation;

/// <summary>An endpoint of the running program.</summary>
/// <param name="Name">Its pattern.</param>
/// <param name="Methods">How it can be asked.</param>
/// <param name="Declared">What it declares of who may use it.</param>
internal sealed partial record Door(string Name, IReadOnlyList<string> Methods, IReadOnlyList<object> Declared)
{
    public const string Everyone = "everyone";
    public const string AnyStaff = "any staff";

    /// <summary>What can be posted to it, by the name of the handler; empty for the one without a name.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>For whom it is, in words.</summary>
    public string For
    {
        get
        {
            if (Declared.OfType<OpenAttribute>().Any()) return Everyone;
            var rights = Declared.OfType<RightAttribute>().Select(right => string.Join(" or ", right.AnyOf)).ToList();
            return rights.Count > 0 ? string.Join(", and ", rights) : Declared.OfType<AnyStaffAttribute>().Any() ? AnyStaff : "nobody";
        }
    }

    /// <summary>Whether it is for programs.</summary>
    public bool IsApi => Name.StartsWith("api/", StringComparison.Ordinal);

    /// <summary>Whether somebody of the staff with these rights may use it.</summary>
    public bool IsFor(Actor actor) => Declared.OfType<RightAttribute>().All(right => right.AnyOf.Any(actor.May));

    /// <summary>All of them, but the files of the site, which are for everyone and each under a name of its own.</summary>
    public static async Task<IReadOnlyList<Door>> All()
    {
        var services = (await Installation.Running).Services;
        var pages = services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.Any(one => one.GetType().Name == "StaticAssetDescriptor") || endpoint.RoutePattern.RawText!.Contains("path:file", StringComparison.Ordinal)) continue;
            IReadOnlyList<object> metadata = endpoint.Metadata;
            string[] methods = [.. endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]];
            string[] forms = methods.Contains("POST") ? [""] : [];
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await pages.LoadAsync(page, endpoint.Metadata);
                (metadata, methods) = ([.. loaded.EndpointMetadata!], [.. loaded.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Where(method => method == "POST").Append("GET").Distinct()]);
                forms = [.. loaded.HandlerMethods.Where(handler => handler.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name ?? "")];
            }

            doors.Add(new Door(endpoint.RoutePattern.RawText!.TrimStart('/'), methods, metadata) { Forms = forms });
        }

        return doors;
    }

    /// <summary>Its address, with something in the place of each part that is left open.</summary>
    /// <param name="fill">What stands for a part, by its name with its constraint: <c>id:guid</c>; null for what fits nothing there.</param>
    public string Path(Func<string, string?>? fill = null) => Open().Replace(
        Name, match => fill?.Invoke(match.Groups["part"].Value)
            ?? (match.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "x"));

    [GeneratedRegex(@"\{(?<part>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();
}
