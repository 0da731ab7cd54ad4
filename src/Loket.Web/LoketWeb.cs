using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web;

/// <summary>Pages and endpoints.</summary>
public static class LoketWeb
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddLoketWeb(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddDesignSystem();
        return services;
    }

    /// <summary>The way of a request to its page.</summary>
    public static void UseLoketWeb(this WebApplication app)
    {
        app.UseLanguageByPath();
        app.UseContentPolicy();
        app.Use(ChooseTenant);
        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
    }

    private static Task ChooseTenant(HttpContext context, RequestDelegate next)
    {
        var tenant = context.RequestServices.GetRequiredService<TenantCatalogue>().Find(context.Request.Host.Host);
        if (tenant is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.RequestServices.GetRequiredService<TenantContext>().Tenant = tenant;
        return next(context);
    }
}
