using Loket.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Gallery;

/// <summary>A site of components only: without tenants, database or accounts.</summary>
public static class GalleryHost
{
    /// <summary>The site, not started; addresses by <c>--urls</c>.</summary>
    public static WebApplication Build(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "Loket.Gallery",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        // The pages of the program come along with its components; they need a town, so none of them is reachable here.
        builder.Services.AddRazorPages(pages => pages.Conventions.AddFolderRouteModelConvention("/", page =>
        {
            if (!page.ViewEnginePath.StartsWith("/Gallery/", StringComparison.Ordinal)) page.Selectors.Clear();
        }));
        builder.Services.AddDesignSystem();
        builder.Services.AddSingleton<IMunicipalityFace, SampleFace>();
        builder.Services.AddSingleton<IStaffNavigation, SampleNavigation>();
        builder.Services.AddSingleton(new StaffPlaces("~/staff/work", "~/sign-out"));

        var app = builder.Build();
        app.UseLanguageByPath();
        app.UseContentPolicy();
        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
