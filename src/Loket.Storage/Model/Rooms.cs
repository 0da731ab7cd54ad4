using System.Reflection;

namespace Loket.Storage.Model;

/// <summary>The rooms whose entities make up the model.</summary>
public sealed record Rooms(IReadOnlyList<Assembly> Assemblies);
