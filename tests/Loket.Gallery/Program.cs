using Loket.Gallery;
using Loket.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorPages();
builder.Services.AddDesignSystem();
builder.Services.AddSingleton<IMunicipalityFace, SampleFace>();
builder.Services.AddSingleton<IStaffNavigation, SampleNavigation>();
builder.Services.AddSingleton(new StaffPlaces("~/staff/work", "~/sign-out", "~/staff/work"));

var app = builder.Build();
app.Use((context, next) =>
{
    context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'";
    return next(context);
});
app.UseLanguageByPath();
app.UseRouting();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
