using Loket.Kernel.Text;
using Loket.Organisation.People;

namespace Loket.Organisation.Providers;

/// <summary>How somebody whom the provider lets in for the first time is written down here.</summary>
internal static class NewcomerNames
{
    private const int LongestName = 100;
    // Room for a number behind it.
    private const int LongestSignInName = 90;
    private const string Nameless = "medewerker";

    /// <summary>The name, or what comes nearest to one.</summary>
    public static string NameOf(ProviderIdentity identity) =>
        new[] { identity.Name, identity.UserName, identity.Email }.Select(one => Cut(CleanText.Line(one, int.MaxValue).Value, LongestName)).FirstOrDefault(one => one.Length > 0) ?? Nameless;

    /// <summary>The e-mail address; empty when it is none, or when the provider does not stand for it: mail about cases goes there.</summary>
    public static string EmailOf(ProviderIdentity identity) => identity.EmailVerified && NormalisedEmail.Read(identity.Email) is { Succeeded: true } email ? email.Value.Address : "";

    /// <summary>The sign-in name that is wanted; what can't stand in one becomes a hyphen.</summary>
    public static string SignInNameOf(ProviderIdentity identity)
    {
        foreach (var wanted in (string?[])[identity.UserName, identity.Email, identity.Name])
        {
            var fitting = string.Concat(SignInName.Fold(wanted).Select(sign => SignInName.Read("x" + sign, "").Succeeded ? sign : '-')).Trim('-');
            if (SignInName.Read(Cut(fitting, LongestSignInName), "") is { Succeeded: true } name) return name.Value;
        }

        return Nameless;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : CleanText.Line(text[..most], int.MaxValue).Value;
}
