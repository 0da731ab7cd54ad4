using Loket.Places;
using Loket.Storage;

namespace Loket.Web.Api;

/// <summary>Where it is, as far as the caller knows; all may be missing.</summary>
/// <param name="Text">In words: "bij de brug".</param>
/// <param name="Address">Street and house number.</param>
/// <param name="Asset">The number of the object: "118-042".</param>
/// <param name="Village">The village.</param>
internal sealed record PlaceBody(string? Text = null, string? Address = null, string? Asset = null, string? Village = null);

/// <summary>Reads places as callers say them.</summary>
internal sealed class ApiPlaces(UnitOfWork unit, PlaceFinder finder)
{
    public Task<Place> Read(PlaceBody? body, CancellationToken cancel) => body is null ? Task.FromResult(Place.Unknown) : unit.Read(async db =>
    {
        var read = await finder.Read(db, body.Text, body.Address, body.Asset, body.Village, cancel);
        return new Place
        {
            Text = body.Text,
            Area = read.Area,
            Address = read.Address?.StreetAndNumber ?? (read.Street is { } street ? $"{street} {read.HouseNumber}".TrimEnd() : body.Address),
            Asset = read.Asset?.Number ?? body.Asset,
            AssetOwner = read.Asset?.Owner,
            X = read.Position?.X,
            Y = read.Position?.Y,
        };
    });
}
