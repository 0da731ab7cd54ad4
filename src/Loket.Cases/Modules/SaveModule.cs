using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Modules;

/// <summary>A text that is written often is kept, or changed.</summary>
public sealed class SaveModule(UnitOfWork unit)
{
    /// <summary>What is kept.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Module">Which one is changed; null for a new one.</param>
    /// <param name="Version">The version that was open; 0 for a new one.</param>
    /// <param name="Details">What it becomes.</param>
    /// <param name="By">Who keeps it.</param>
    public sealed record Request(RequestKey Key, TextModuleId? Module, int Version, ModuleDetails Details, Actor By);

    /// <summary>Keeps it.</summary>
    public Task<Result<TextModuleId>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<TextModuleId>(request.Key, new { request.Module, request.Version, request.Details }, async work =>
        {
            var details = request.Details;
            TextModule? module = null;
            if (request.Module is { } id)
            {
                module = await work.Db.Set<TextModule>().KeptBy(request.By).FirstOrDefaultAsync(one => one.Id == id, cancel);
                if (module is null) return ModuleFailures.NotFound;
                if (module.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            }

            if (!ModuleRules.MayKeep(request.By, details.Owner)) return ModuleFailures.NotYours;
            if (details.Owner.Team is { } its && await TeamDirectory.Find(work.Db, its, cancel) is null) return ModuleFailures.NotYours;
            if (!string.IsNullOrEmpty(details.CaseType) && await work.Db.TypeOf(details.CaseType, cancel) is null) return ModuleFailures.TypeUnknown;
            if (module is null) work.Db.Add(module = new TextModule { Id = Ids.New<TextModuleId>() });
            if (module.Change(details) is { } failure) return failure;

            var (kept, code, person, team) = (module.Id, module.Code, details.Owner.Person, details.Owner.Team);
            if (await work.Db.Set<TextModule>().AnyAsync(one => one.Id != kept && one.Code == code && one.Owner == person && one.Team == team, cancel)) return ModuleFailures.CodeTaken;
            work.Journal.Write(new ModuleSaved(module.Id, team), request.By);
            return module.Id;
        }, cancel);
}

/// <summary>A text module is no longer needed.</summary>
public sealed class RemoveModule(UnitOfWork unit)
{
    /// <summary>Which, and by whom.</summary>
    public sealed record Request(RequestKey Key, TextModuleId Module, Actor By);

    /// <summary>Removes it; what was written with it stays as it was written.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, request.Module, async work =>
        {
            if (await work.Db.Set<TextModule>().KeptBy(request.By).FirstOrDefaultAsync(one => one.Id == request.Module, cancel) is not { } module) return ModuleFailures.NotFound;
            work.Db.Remove(module);
            work.Journal.Write(new ModuleRemoved(module.Id, module.Team), request.By);
            return default(Done);
        }, cancel);
}
