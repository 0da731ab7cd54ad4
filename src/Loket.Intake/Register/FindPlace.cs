using Loket.Cases;
using Loket.Cases.Register;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Where is it, and which case is meant? Reads what an agent typed with the municipality's own lists.</summary>
public sealed class FindPlace(UnitOfWork unit, PlaceFinder finder, AreaTree areas, UndoLinks links)
{
    /// <summary>The place as far as it can be read; unknown when nothing was said.</summary>
    /// <param name="where">An address, a street or a description.</param>
    /// <param name="asset">Number of an object.</param>
    /// <param name="area">Key of an area that was chosen.</param>
    /// <param name="subject">The subject line; an object named there counts.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Place> Handle(string? where, string? asset, string? area, string? subject, CancellationToken cancel) => unit.Read(async db =>
    {
        var name = (await areas.Map(db, cancel))[area]?.Name;
        var read = await finder.Read(db, string.IsNullOrWhiteSpace(where) ? subject : where, where, asset, name, cancel);
        return new Place
        {
            Text = string.IsNullOrWhiteSpace(where) ? null : where.Trim(),
            Area = read.Area ?? area,
            Address = read.Address?.StreetAndNumber ?? (read.Street is { } street ? $"{street} {read.HouseNumber}".TrimEnd() : null),
            Asset = read.Asset?.Number,
            AssetOwner = read.Asset?.Owner,
            X = read.Position?.X,
            Y = read.Position?.Y,
        };
    });

    /// <summary>All areas, for choosing.</summary>
    public Task<AreaMap> Areas(CancellationToken cancel) => unit.Read(db => areas.Map(db, cancel));

    /// <summary>The case that is meant by a reference; null when the reader knows of none.</summary>
    public Task<CaseId?> CaseWith(string? typed, Actor by, CancellationToken cancel) => unit.Read(async db =>
        Reference.Read(typed, (await Profiles.Current(db, cancel)).ReferencePrefix).Reference is { } reference
            ? await links.Find(db, reference.ToString(), by, cancel) : null);
}
