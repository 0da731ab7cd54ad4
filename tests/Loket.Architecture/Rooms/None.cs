using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>Says all that is wrong at once; the framework cuts long lists off.</summary>
internal static class None
{
    /// <summary>Fails with every line when there is one.</summary>
    public static void Of(IEnumerable<string?> wrong)
    {
        var lines = wrong.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
