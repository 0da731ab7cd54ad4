using System.Security.Cryptography;

namespace Loket.Kernel.References;

/// <summary>Draws new references at random, so that one says nothing about the next. That none is given out twice is the database's unique key.</summary>
public sealed class ReferenceSource
{
    private readonly string _prefix;

    /// <param name="prefix">The municipality: two to four capital letters.</param>
    /// <exception cref="ArgumentException">Something else.</exception>
    public ReferenceSource(string prefix)
    {
        if (!Reference.IsPrefix(prefix)) throw new ArgumentException("A prefix is two to four capital letters.", nameof(prefix));
        _prefix = prefix;
    }

    /// <summary>A new reference. With ten million in use, one draw in ninety is taken already: draw again.</summary>
    public Reference Next() => Reference.FromNumber(_prefix, RandomNumberGenerator.GetInt32(Reference.Count));
}
