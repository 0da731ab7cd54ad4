using System.Reflection;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loket.Storage.Compiled;

/// <summary>The model of all rooms as generated code, which is read much faster than it is made; build/migrations.sh writes it.</summary>
public static class CompiledModels
{
    /// <summary>The model for a database; null while it is being written anew. Found by its attribute, so that the program builds without it.</summary>
    public static IModel? Of(IDatabaseKind kind) => typeof(CompiledModels).Assembly.GetCustomAttributes<DbContextModelAttribute>()
        .Select(attribute => attribute.ModelType)
        .FirstOrDefault(model => model.Namespace!.EndsWith("." + kind.Name, StringComparison.OrdinalIgnoreCase))?
        .GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as IModel;
}
