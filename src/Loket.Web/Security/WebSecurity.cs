using Loket.Web.Api;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Loket.Web.SignIn.Passkeys;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Loket.Web.Security;

/// <summary>Registers who may do what, and with what the framework seals.</summary>
internal static class WebSecurity
{
    public static IServiceCollection AddWebSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<PostedForms>().AddScoped<PasskeyCeremony>();
        // People carry a session, programs a token; neither works in the other's place.
        services.AddAuthentication(SessionAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(
                SessionAuthentication.Name, options => options.ForwardDefaultSelector = context => ApiV1.IsAsked(context) ? ClientAuthentication.Name : null)
            .AddScheme<AuthenticationSchemeOptions, ClientAuthentication>(ClientAuthentication.Name, null);
        services.AddSingleton<IAuthorizationHandler, RightCheck>().AddSingleton<IAuthorizationHandler, StaffCheck>();
        // What declares nothing is closed to everyone.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());

        services.AddDataProtection();
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, TenantDataProtection>());
        // The framework's own ring of keys is not used, so it is not made at the start either.
        if (services.FirstOrDefault(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Assembly == typeof(DataProtectionOptions).Assembly) is { } ring) services.Remove(ring);

        // The language is a path base, so the framework would make a cookie for each language.
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "loket-form";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;   // frame-ancestors says it
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "loket-notice";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }
}
