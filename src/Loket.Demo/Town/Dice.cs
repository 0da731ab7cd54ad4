namespace Loket.Demo.Town;

/// <summary>Chance that falls the same way on every machine and every version of .NET: xoshiro256** (Blackman and Vigna, public domain), seeded by SplitMix64.</summary>
/// <remarks>System.Random promises no such thing between versions.</remarks>
internal sealed class Dice
{
    private ulong _a, _b, _c, _d;

    public Dice(ulong seed) => Reseed(seed);

    /// <summary>Dice of their own for the n-th thing of a kind, so that the n-th thing never depends on what was thrown before it.</summary>
    public Dice(ulong seed, ulong kind, ulong n) => Reseed(Mix(seed, kind, n));

    public static ulong Mix(ulong seed, ulong kind, ulong n)
    {
        var state = seed ^ (kind * 0xD6E8FEB86659FD93UL);
        state = SplitMix(ref state) ^ (n * 0x9E3779B97F4A7C15UL);
        return SplitMix(ref state);
    }

    public ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>0 up to but not including the limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int lowest, int highest) => lowest + Below(highest - lowest + 1);

    /// <summary>0 up to but not including 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Fraction(double lowest, double highest) => lowest + (Fraction() * (highest - lowest));

    /// <summary>True in so many of 100 throws.</summary>
    public bool Percent(double percent) => Fraction() * 100 < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    private void Reseed(ulong seed)
    {
        var state = seed;
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
