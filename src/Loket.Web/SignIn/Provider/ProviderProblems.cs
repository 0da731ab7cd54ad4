using Loket.Kernel;
using Loket.Organisation.Accounts;

namespace Loket.Web.SignIn.Provider;

/// <summary>What may go wrong on the way to the provider and back, as it travels in the address of the sign-in page: one of our own names, never what came from outside.</summary>
internal static class ProviderProblems
{
    /// <summary>Name in the address.</summary>
    public const string Parameter = "problem";

    private const string Start = "account.provider-";

    private static readonly Dictionary<string, Failure> Known =
        new[] { AccountFailures.ProviderAgain, AccountFailures.ProviderAway, AccountFailures.ProviderOften, AccountFailures.ProviderRefused, AccountFailures.ProviderWrong }
            .ToDictionary(failure => failure.Code[Start.Length..], StringComparer.Ordinal);

    /// <summary>The name of a failure; of another one that something is wrong.</summary>
    public static string NameOf(Failure failure) => Known.FirstOrDefault(one => one.Value.Code == failure.Code).Key ?? NameOf(AccountFailures.ProviderWrong);

    /// <summary>The failure of a name; null for anything else.</summary>
    public static Failure? Of(string? name) => name is not null && Known.TryGetValue(name, out var failure) ? failure : null;
}
