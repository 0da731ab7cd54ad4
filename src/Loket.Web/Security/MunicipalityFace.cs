using System.Collections.Concurrent;
using System.Globalization;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Security;

/// <summary>How the tenant of this request shows itself; read before its page.</summary>
internal sealed class MunicipalityFace : IMunicipalityFace
{
    private Profile? profile;

    public string Name => Shown.Name;

    public string? Phone => Shown.Phone.Length == 0 ? null : Shown.Phone;

    public IReadOnlyList<Crumb> FooterLinks =>
    [
        new(Texts["Footer.Desks"], "~/loketten"), new(Texts["Footer.Accessibility"], "~/toegankelijkheid"), new(Texts["Footer.Privacy"], "~/privacy"),
    ];

    private static Words Texts => TextCatalogue.Default.For(Words.Shared, CultureInfo.CurrentUICulture);

    private Profile Shown => profile ?? throw new InvalidOperationException("The municipality is shown on pages only.");

    /// <summary>Reads the profile when a page is asked for.</summary>
    public static async Task Read(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            var services = context.RequestServices;
            var face = services.GetRequiredService<MunicipalityFace>();
            face.profile ??= await services.GetRequiredService<RememberedProfiles>().Of(services, context.RequestAborted);
        }

        await next(context);
    }
}

/// <summary>Profiles change once in years and are on every page: remembered for some seconds per tenant.</summary>
internal sealed class RememberedProfiles(TimeProvider machine, Outages outages)
{
    private static readonly TimeSpan For = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Tenant, (Profile Profile, long At)> remembered = new();

    public async Task<Profile> Of(IServiceProvider services, CancellationToken cancel)
    {
        var tenant = services.GetRequiredService<TenantContext>().Tenant;
        if (remembered.TryGetValue(tenant, out var known) && machine.GetElapsedTime(known.At) < For) return known.Profile;
        try
        {
            var profile = await services.GetRequiredService<Profiles>().Current(cancel);
            remembered[tenant] = (profile, machine.GetTimestamp());
            return profile;
        }
        catch (Exception exception) when (outages.Is(exception))
        {
            // The page that says so is shown all the same.
            return known.Profile ?? new Profile(tenant.Name, "", "", "nl", "");
        }
    }
}
