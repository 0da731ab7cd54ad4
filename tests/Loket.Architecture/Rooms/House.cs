using System.Reflection;

namespace Loket.Architecture.Rooms;

/// <summary>The rooms that stand beside this test, compiled.</summary>
internal static class House
{
    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<Assembly> Rooms { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Loket*.dll").Select(Assembly.LoadFrom).Where(room => room != typeof(House).Assembly),
    ];
}
