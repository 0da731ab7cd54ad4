using Loket.Storage.Model;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Storage;

/// <summary>What all contexts on one database share, in the form in which EF Core hands it to a context that it makes itself.</summary>
/// <param name="Rooms">Whose tables there are.</param>
/// <param name="Kind">Which database it is.</param>
/// <param name="Memory">What is kept in memory of what stands.</param>
internal sealed record LoketDbSettings(Rooms Rooms, IDatabaseKind Kind, StandingMemory Memory) : IDbContextOptionsExtension
{
    /// <inheritdoc />
    public DbContextOptionsExtensionInfo Info => new NoServices(this);

    /// <inheritdoc />
    public void ApplyServices(IServiceCollection services)
    {
    }

    /// <inheritdoc />
    public void Validate(IDbContextOptions options)
    {
    }

    // It changes nothing of what EF Core does, so it never asks for services of its own.
    private sealed class NoServices(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is NoServices;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
