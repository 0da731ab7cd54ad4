using System.Diagnostics.CodeAnalysis;

namespace Loket.Kernel;

/// <summary>Either a value or an expected failure.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Failure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    /// <summary>The failure, or null when there is a value.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether it succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>The value; reading it from a failure is a bug.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"No value: {Failure.Code}.");

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>The success turned into something else; a failure stays.</summary>
    public Result<TOther> Then<TOther>(Func<T, TOther> next) => Succeeded ? next(Value) : Failure;

    /// <summary>The failure as that of a field; a success stays.</summary>
    public Result<T> At(string field) => Succeeded ? this : Failure.At(field);
}

/// <summary>The value of a success that has nothing to say.</summary>
public readonly record struct Done;
