using Loket.Web.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Pages.Staff;

/// <summary>Registers what the staff's pages need.</summary>
internal static class StaffPages
{
    /// <summary>Names, and the entries of the side bar.</summary>
    public static IServiceCollection AddStaffPages(this IServiceCollection services) => services
        .AddScoped<NameBooks>().AddScoped<Callbacks.CallbackChoices>().AddScoped<Customers.MeantByReference>().AddScoped<GoTo.Destinations>()
        .AddSingleton<IStaffNavigation, StaffEntries>();
}
