using System.Reflection;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loket.Storage.Model;

/// <summary>The rooms whose entities make up the model.</summary>
/// <param name="Assemblies">Where they stand.</param>
/// <param name="Compiled">The same model as generated code, per database; where there is none, the model is made from the entities.</param>
public sealed record Rooms(IReadOnlyList<Assembly> Assemblies, Func<IDatabaseKind, IModel?> Compiled);
