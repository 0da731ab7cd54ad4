using System.Reflection;
using Loket.Kernel;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Loket.Storage;

/// <summary>The database of one tenant. Rooms add their own sets by extension; nobody reads another room's tables.</summary>
public sealed class LoketDb : DbContext
{
    private readonly Rooms rooms;
    private readonly StandingMemory memory;
    private StandingShelf? shelf;

    /// <summary>A context; <see cref="Databases"/> makes its options.</summary>
    public LoketDb(DbContextOptions<LoketDb> options)
        : base(options) => (rooms, Kind, memory) = options.GetExtension<LoketDbSettings>();

    /// <summary>Which database it is.</summary>
    public IDatabaseKind Kind { get; }

    internal DbSet<JournalEntry> Journal => Set<JournalEntry>();

    internal DbSet<Job> Jobs => Set<Job>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Duration>().HaveConversion<DurationConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        if (Kind.StoresIdsAsBytes) configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        foreach (var id in rooms.Assemblies.Append(typeof(LoketDb).Assembly).Append(typeof(Ids).Assembly).SelectMany(IdTypes))
        {
            var converter = (Kind.StoresIdsAsBytes ? typeof(IdBytesConverter<>) : typeof(IdConverter<>)).MakeGenericType(id);
            configurationBuilder.Properties(id).HaveConversion(converter);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in rooms.Assemblies.Append(typeof(LoketDb).Assembly))
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            foreach (var property in entity.GetProperties())
            {
                // Ids are ours, made before the row; the database never makes one up.
                if (IsId(property.ClrType) || property.ClrType == typeof(Guid))
                    property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
                if (property.ClrType == typeof(string) && Kind.TextCollation is { } collation) property.SetCollation(collation);
            }
        }
    }

    /// <summary>What is kept in memory of what stands, as this context sees it.</summary>
    internal async ValueTask<StandingShelf> Shelf(CancellationToken cancel)
    {
        if (shelf is not null) return shelf;
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = StandingStamp.Read;
            var stamp = await command.ExecuteScalarAsync(cancel) as long? ?? 0;
            RawCommands.Tell(command.Connection!, command.CommandText);
            return shelf = memory.At(stamp);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    /// <summary>The stamp of what stands, to read along with something else; see <see cref="StandsAt"/>.</summary>
    public IQueryable<long> Stamp => Set<StandingStamp>().OrderBy(stamp => stamp.Id).Select(stamp => stamp.Value);

    /// <summary>The stamp of what stands was read along with something else: it need not be asked.</summary>
    public void StandsAt(long stamp) => shelf = memory.At(stamp);

    /// <summary>What is known here of what stands; null where nothing asked for it.</summary>
    internal StandingShelf? Known => shelf;

    /// <summary>It was read a moment ago, for the same request.</summary>
    internal void Knows(StandingShelf known) => shelf = known;

    /// <summary>Whether anything that stands was changed here.</summary>
    internal bool HasChangedWhatStands { get; private set; }

    /// <summary>Whether something that was read here is no longer as it was read.</summary>
    public bool IsChanged(object entity)
    {
        // A unit of work looks for changes at a save only.
        var entry = Entry(entity);
        entry.DetectChanges();
        return entry.State == EntityState.Modified;
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries())
        {
            // What this transaction changes itself it also sees.
            if (entry is { Entity: IStanding, State: not EntityState.Unchanged }) (shelf, HasChangedWhatStands) = (null, true);
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified })
                entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        // It may be used again, by another request: EF Core forgets what it read, and so do we.
        (shelf, HasChangedWhatStands) = (null, false);
        return base.DisposeAsync();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        (shelf, HasChangedWhatStands) = (null, false);
        base.Dispose();
    }

    private static IEnumerable<Type> IdTypes(Assembly assembly) => assembly.GetTypes().Where(IsId);

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}
