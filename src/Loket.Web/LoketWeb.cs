using Loket.Storage.Tenancy;
using Loket.Web.Api;
using Loket.Web.Components;
using Loket.Web.Drafts;
using Loket.Web.Pages.Manage;
using Loket.Web.Pages.Staff;
using Loket.Web.Pages.Staff.Cases;
using Loket.Web.Rights;
using Loket.Web.Security;
using Loket.Web.SignIn.Provider;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web;

/// <summary>Pages and endpoints.</summary>
public static class LoketWeb
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddLoketWeb(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()).ConfigureFilter(new TypeFilterAttribute(typeof(FreshForms))));
        services.AddDesignSystem();
        services.AddWebSecurity();
        services.AddProviderSignIn();
        services.AddApiV1();
        services.AddSingleton<Outages>();
        services.AddSingleton<RememberedProfiles>();
        services.AddScoped<MunicipalityFace>();
        services.AddScoped<IMunicipalityFace>(provider => provider.GetRequiredService<MunicipalityFace>());
        services.AddScoped<Pages.Partner.ContactAtPartner>();
        services.AddScoped<Pages.KeptFiles>();
        services.AddSingleton<IStaffNavigation, ManageTasks>();
        services.AddSingleton<IStaffNavigation, Pages.Manage.Journal.JournalNavigation>();
        services.AddSingleton<IStaffNavigation, Pages.Manage.Looks.LooksNavigation>();
        services.AddScoped<Pages.Manage.Routing.RuleWords>();
        services.AddScoped<Pages.Manage.Colleagues.ColleagueWords>();
        services.AddSingleton(new StaffPlaces(Home: "~/home", SignOut: "~/sign-out"));
        services.AddStaffPages();
        return services;
    }

    /// <summary>The way of a request to its page.</summary>
    public static void UseLoketWeb(this WebApplication app)
    {
        var outages = app.Services.GetRequiredService<Outages>();
        app.UseContentPolicy();
        app.UseSecurityHeaders();
        app.UseRoomForFiles();
        app.UseFormsWithoutNullBytes();
        app.UseLanguageByPath();
        app.UseWhen(ApiV1.IsAsked, programs => programs.Use(ApiProblems.Always));
        app.Use(ChooseTenant);
        app.UseWhen(IsForPeople, people =>
        {
            people.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/problem/500",
                StatusCodeSelector = exception => exception switch
                {
                    BadHttpRequestException unreadable => unreadable.StatusCode,
                    _ when outages.Is(exception) => StatusCodes.Status503ServiceUnavailable,
                    _ => StatusCodes.Status500InternalServerError,
                },
            });
            people.UseStatusCodePagesWithReExecute("/problem/{0}");
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFieldsWithoutNullBytes();
        app.Use(MunicipalityFace.Read);
        app.MapStaticAssets().Open();
        app.MapRazorPages().WithStaticAssets();
        app.MapProviderSignIn();
        app.MapDrafts();
        app.MapHere();
        app.MapApiV1();
        app.MapFallback("{*path}", () => Results.NotFound()).Open();
    }

    private static bool IsForPeople(HttpContext context) => !ApiV1.IsAsked(context);

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
