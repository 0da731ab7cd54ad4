using Loket.Kernel;

namespace Loket.Organisation.Clients;

/// <summary>Expected failures of clients of the API.</summary>
public static class ClientFailures
{
    /// <summary>There is no such client, or its secret is another; which of the two is not told.</summary>
    public static Failure Wrong { get; } = new("client.wrong", FailureKind.Forbidden);

    /// <summary>There is no such client.</summary>
    public static Failure NotFound { get; } = new("client.not-found", FailureKind.NotFound);
}
