using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Organisation.Settings;

/// <summary>The municipality works at other hours; deadlines that stand already stay as they were promised.</summary>
public sealed class SetCalendar(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="Seen">The version that was open, 0 when none was set.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, CalendarDetails Details, int Seen, Actor By);

    /// <summary>Sets it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        Setting<CalendarSettings, CalendarDetails>.Change(unit, request.Key, request.Details, request.Seen, request.By, cancel);
}
