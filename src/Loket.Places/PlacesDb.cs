using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>The room's own tables.</summary>
internal static class PlacesDb
{
    extension(LoketDb db)
    {
        internal DbSet<Area> Areas => db.Set<Area>();

        internal DbSet<Street> Streets => db.Set<Street>();

        internal DbSet<Address> Addresses => db.Set<Address>();

        internal DbSet<Asset> Assets => db.Set<Asset>();
    }
}
