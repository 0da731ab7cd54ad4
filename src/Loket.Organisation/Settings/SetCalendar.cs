using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Settings;

/// <summary>The municipality works at other hours; deadlines that stand already stay as they were promised.</summary>
public sealed class SetCalendar(UnitOfWork work)
{
    /// <summary>What is asked.</summary>
    public sealed record Request(RequestKey Key, CalendarDetails Details, Actor By);

    /// <summary>Sets it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        work.Run<Done>(request.Key, request.Details, async current =>
            request.By.May(Right.Configure) ? await Set(current, request.Details, request.By, cancel) : OrganisationFailures.Forbidden, cancel);

    internal static async Task<Result<Done>> Set(Work current, CalendarDetails details, Who by, CancellationToken cancel)
    {
        var settings = await current.Db.CalendarSettings.SingleOrDefaultAsync(cancel);
        if (settings is null) current.Db.Add(settings = new CalendarSettings());
        var set = settings.Set(details);
        if (set.Succeeded) current.Journal.Write(new CalendarSet(settings.Details()), by);
        return set;
    }
}
