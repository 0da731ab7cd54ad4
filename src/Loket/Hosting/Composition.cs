using Loket.Cases;
using Loket.Contacts;
using Loket.Documents;
using Loket.Intake;
using Loket.Messages;
using Loket.Organisation;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Compiled;
using Loket.Storage.Jobs;
using Loket.Storage.Model;
using Loket.Web;

namespace Loket.Hosting;

/// <summary>Puts the rooms together.</summary>
public static class Composition
{
    // The order of the rooms is the order of their subscriptions: lower rooms first.
    internal static readonly Rooms Rooms = new(
    [
        OrganisationServices.Assembly, PlacesServices.Assembly, DocumentsServices.Assembly, MessagesServices.Assembly,
        ContactsServices.Assembly, CasesServices.Assembly, IntakeServices.Assembly,
    ], CompiledModels.Of);

    /// <summary>All that the program needs, whatever it does: serve, migrate, play a scenario.</summary>
    public static IServiceCollection AddLoket(this IServiceCollection services) => services
        .AddStorage(Rooms)
        .AddOrganisation().AddPlaces().AddDocuments().AddMessages().AddContacts().AddCases().AddIntake();

    /// <summary>The databases alone, for looking at them while the rest is still being put together.</summary>
    internal static Databases OpenDatabases() => new(Rooms);

    /// <summary>A web application, not started, with tenants still to be added to its catalogue.</summary>
    /// <param name="builder">Configuration, logging and server are the caller's.</param>
    /// <param name="withWorker">Whether this process does the jobs.</param>
    /// <param name="first">What comes before the choice of the tenant.</param>
    public static WebApplication BuildLoket(this WebApplicationBuilder builder, bool withWorker, Action<WebApplication>? first = null)
    {
        builder.Services.AddLoket().AddLoketWeb();
        if (withWorker) builder.Services.AddHostedService<JobWorker>();
        var app = builder.Build();
        first?.Invoke(app);
        app.UseLoketWeb();
        return app;
    }
}
