using Loket.Organisation.Providers;

namespace Loket.Web.SignIn.Provider;

/// <summary>Whether a municipality's provider can be used; nobody is signed in.</summary>
public static class ProviderCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Reads its discovery document and its keys; gives what is wrong with them, or null.</summary>
    public static async Task<string?> WhatIsWrong(ProviderSettings settings, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            await ProviderDiscovery.Ask(client, settings.Authority, cancel);
            return null;
        }
        catch (Exception exception) when (ProviderDiscovery.IsOutage(exception, cancel))
        {
            return exception is InvalidDataException ? exception.Message : $"It does not answer as it should. {exception.GetBaseException().Message}";
        }
    }
}
