using Loket.Kernel;

namespace Loket.Organisation;

/// <summary>Identifies a member of staff.</summary>
public readonly record struct StaffId(Guid Value) : IId<StaffId>
{
    /// <inheritdoc />
    public static StaffId From(Guid value) => new(value);
}

/// <summary>Identifies a team.</summary>
public readonly record struct TeamId(Guid Value) : IId<TeamId>
{
    /// <inheritdoc />
    public static TeamId From(Guid value) => new(value);
}

/// <summary>Identifies a partner.</summary>
public readonly record struct PartnerId(Guid Value) : IId<PartnerId>
{
    /// <inheritdoc />
    public static PartnerId From(Guid value) => new(value);
}

/// <summary>Identifies a desk.</summary>
public readonly record struct DeskId(Guid Value) : IId<DeskId>
{
    /// <inheritdoc />
    public static DeskId From(Guid value) => new(value);
}

/// <summary>Identifies a portfolio.</summary>
public readonly record struct PortfolioId(Guid Value) : IId<PortfolioId>
{
    /// <inheritdoc />
    public static PortfolioId From(Guid value) => new(value);
}

/// <summary>Identifies somebody of a partner.</summary>
public readonly record struct PartnerPersonId(Guid Value) : IId<PartnerPersonId>
{
    /// <inheritdoc />
    public static PartnerPersonId From(Guid value) => new(value);
}

/// <summary>Identifies a stretch of on-call duty.</summary>
public readonly record struct OnCallDutyId(Guid Value) : IId<OnCallDutyId>
{
    /// <inheritdoc />
    public static OnCallDutyId From(Guid value) => new(value);
}

/// <summary>Identifies an opening in an emergency.</summary>
public readonly record struct EmergencyId(Guid Value) : IId<EmergencyId>
{
    /// <inheritdoc />
    public static EmergencyId From(Guid value) => new(value);
}

/// <summary>Identifies a signing-in on one browser.</summary>
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    /// <inheritdoc />
    public static SessionId From(Guid value) => new(value);
}

/// <summary>Identifies a passkey.</summary>
public readonly record struct PasskeyId(Guid Value) : IId<PasskeyId>
{
    /// <inheritdoc />
    public static PasskeyId From(Guid value) => new(value);
}

/// <summary>Identifies a client of the API.</summary>
public readonly record struct ClientId(Guid Value) : IId<ClientId>
{
    /// <inheritdoc />
    public static ClientId From(Guid value) => new(value);
}
