using Loket.Kernel;

namespace Loket.Organisation.Accounts;

/// <summary>Expected failures of signing in.</summary>
public static class AccountFailures
{
    /// <summary>Name or password is not right; which of the two is not told.</summary>
    public static Failure Wrong { get; } = new("account.wrong");

    /// <summary>The code is not right, or was used already.</summary>
    public static Failure CodeWrong { get; } = new("account.code-wrong");

    /// <summary>Name or start code is not right, or the start code is too old.</summary>
    public static Failure StartWrong { get; } = new("account.start-wrong");

    /// <summary>Too many wrong tries: again after a minute.</summary>
    public static Failure WaitMinute { get; } = new("account.wait-minute");

    /// <summary>Too many wrong tries: again after {0} minutes.</summary>
    public static Failure Wait { get; } = new("account.wait");

    /// <summary>It took too long between password and code.</summary>
    public static Failure StartAgain { get; } = new("account.start-again");

    /// <summary>The password has fewer than {0} characters.</summary>
    public static Failure PasswordShort { get; } = new("account.password-short");

    /// <summary>The password has more than {0} characters.</summary>
    public static Failure PasswordLong { get; } = new("account.password-long");

    /// <summary>The password is easily guessed.</summary>
    public static Failure PasswordSimple { get; } = new("account.password-simple");

    /// <summary>The present password is not right.</summary>
    public static Failure PasswordWrong { get; } = new("account.password-wrong");

    /// <summary>This is done by who signed in just now.</summary>
    public static Failure SignInAgain { get; } = new("account.sign-in-again");

    /// <summary>It took too long, or this answer of a passkey was used already.</summary>
    public static Failure PasskeyAgain { get; } = new("account.passkey-again");

    /// <summary>What the passkey answered is not right, or it is not known here.</summary>
    public static Failure PasskeyWrong { get; } = new("account.passkey-wrong");

    /// <summary>The passkey stands on an account already.</summary>
    public static Failure PasskeyKnown { get; } = new("account.passkey-known");

    /// <summary>There are {0} passkeys already.</summary>
    public static Failure PasskeyMany { get; } = new("account.passkey-many");

    /// <summary>The passkey is the last way in.</summary>
    public static Failure PasskeyLast { get; } = new("account.passkey-last");

    /// <summary>This municipality signs in through its own provider only.</summary>
    public static Failure NoLocalAccounts { get; } = new("account.no-local-accounts");

    /// <summary>The provider gives no role, so there is nothing to do here.</summary>
    public static Failure NoRole { get; } = new("account.no-role");

    /// <summary>The way to the provider and back took too long, or was gone before.</summary>
    public static Failure ProviderAgain { get; } = new("account.provider-again");

    /// <summary>The provider does not answer.</summary>
    public static Failure ProviderAway { get; } = new("account.provider-away");

    /// <summary>Too many came back from the provider without getting in.</summary>
    public static Failure ProviderOften { get; } = new("account.provider-often");

    /// <summary>The provider let nobody in, or the person did not want to.</summary>
    public static Failure ProviderRefused { get; } = new("account.provider-refused");

    /// <summary>What the provider answered is not right.</summary>
    public static Failure ProviderWrong { get; } = new("account.provider-wrong");

    /// <summary>What was posted is too large to be kept until after signing in.</summary>
    public static Failure FormTooLarge { get; } = new("account.form-too-large");
}
