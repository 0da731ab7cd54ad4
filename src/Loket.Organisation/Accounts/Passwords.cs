using Loket.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Loket.Organisation.Accounts;

/// <summary>Keeps passwords as salted slow digests and says which are good enough.</summary>
public sealed class Passwords(IOptions<PasswordHasherOptions> options)
{
    /// <summary>Shortest password, in characters. Length counts, not signs and capitals (NIST SP 800-63B, section 5.1.1.2).</summary>
    public const int Shortest = 12;

    /// <summary>Longest password, in characters.</summary>
    public const int Longest = 128;

    private readonly PasswordHasher<Passwords> hasher = new(options);

    // Verifying against nobody's digest takes as long as against somebody's, so that the time tells nothing about which names exist.
    private readonly Lazy<string> nobody = new(() => new PasswordHasher<Passwords>(options).HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>What is wrong with a new password; null when it is good.</summary>
    internal static Failure? Weakness(string? password, string signInName, string field)
    {
        if (password is null || password.Length < Shortest) return AccountFailures.PasswordShort.At(field).With(Shortest);
        if (password.Length > Longest) return AccountFailures.PasswordLong.At(field).With(Longest);
        var isSimple = password.Distinct().Count() < 5 || password.Contains(signInName, StringComparison.OrdinalIgnoreCase);
        return isSimple ? AccountFailures.PasswordSimple.At(field) : null;
    }

    internal string Hash(string password) => hasher.HashPassword(this, password);

    internal bool Match(string? hash, string? password)
    {
        var typed = password is { Length: <= Longest } ? password : "";
        return hasher.VerifyHashedPassword(this, hash ?? nobody.Value, typed) != PasswordVerificationResult.Failed && hash is not null;
    }
}
