using Loket.Kernel;

namespace Loket.Contacts;

/// <summary>Identifies a contact.</summary>
public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    /// <inheritdoc />
    public static ContactId From(Guid value) => new(value);
}

/// <summary>Identifies a matter: one of the things that a contact is about.</summary>
public readonly record struct MatterId(Guid Value) : IId<MatterId>
{
    /// <inheritdoc />
    public static MatterId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(MatterId left, MatterId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(MatterId left, MatterId right) => right < left;
}

/// <summary>Identifies a customer.</summary>
public readonly record struct CustomerId(Guid Value) : IId<CustomerId>
{
    /// <inheritdoc />
    public static CustomerId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(CustomerId left, CustomerId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(CustomerId left, CustomerId right) => right < left;
}

/// <summary>Identifies a warning on a customer.</summary>
public readonly record struct WarningId(Guid Value) : IId<WarningId>
{
    /// <inheritdoc />
    public static WarningId From(Guid value) => new(value);
}

/// <summary>Identifies that somebody acts for a customer.</summary>
public readonly record struct RepresentationId(Guid Value) : IId<RepresentationId>
{
    /// <inheritdoc />
    public static RepresentationId From(Guid value) => new(value);
}
