namespace Loket.Documents;

/// <summary>What is taken in.</summary>
/// <param name="LargestBytes">The size of one file at most.</param>
/// <param name="MostPixels">Width times height of a picture at most; a small file can unfold into a huge one.</param>
public sealed record DocumentLimits(long LargestBytes = 10 * 1024 * 1024, long MostPixels = 60_000_000);
