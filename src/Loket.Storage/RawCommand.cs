namespace Loket.Storage;

/// <summary>A command that went to a database past EF Core.</summary>
/// <param name="Connection">To which database.</param>
/// <param name="Text">What it said; of several statements that went along in one, all of them.</param>
public sealed record RawCommand(string Connection, string Text);
