namespace Loket.Testing;

/// <summary>A fixture of a whole test program: stops the shared installation and its database server when the last test is done.</summary>
public sealed class InstallationOfTheRun : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Installation.Stop();
}
