namespace Loket.Kernel;

/// <summary>Marks personal data: why it is kept and how long. Drives export, erasure and index clean-up.</summary>
/// <param name="purpose">Why it is kept, in a few words.</param>
/// <param name="retention">Until when: a rule's name, for example <c>case</c> (as long as its case) or <c>90 days</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute(string purpose, string retention) : Attribute
{
    /// <summary>Why it is kept.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>Until when it is kept.</summary>
    public string Retention { get; } = retention;
}

/// <summary>Says of a column that looks personal why it is not: the name of a team, the address of an office. On a class: of all its columns.</summary>
/// <param name="reason">Why, in a few words.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class)]
public sealed class NotPersonalAttribute(string reason) : Attribute
{
    /// <summary>Why it is not personal.</summary>
    public string Reason { get; } = reason;
}
