using Loket.Kernel;
using Loket.Organisation;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A matter with the person behind it, and of what is warned of them and of who acted for them: a row with which a query of another room goes on.</summary>
public sealed class MatterPerson
{
    /// <summary>The matter.</summary>
    public required MatterId Matter { get; init; }

    /// <summary>How they reached us.</summary>
    public required Channel Channel { get; init; }

    /// <summary>How they are called; null for who did not say so.</summary>
    [Personal("answering", "case")]
    public required string? Name { get; init; }

    /// <summary>What it is about.</summary>
    [Personal("answering", "case")]
    public required string Subject { get; init; }

    /// <summary>What they told.</summary>
    [Personal("answering", "case")]
    public required string? Text { get; init; }

    /// <summary>With what they said that they came.</summary>
    public required ResidentKind? Kind { get; init; }

    /// <summary>The day on which a letter or e-mail came in, where that was another.</summary>
    public required LocalDate? ReceivedOn { get; init; }

    /// <summary>Who took it.</summary>
    public required StaffId? TakenBy { get; init; }

    /// <summary>What somebody else did for them.</summary>
    public required Assistance? Assistance { get; init; }

    /// <summary>Who that somebody was.</summary>
    [Personal("answering", "case")]
    public required string? AssistedBy { get; init; }

    /// <summary>Who acted for them, where that is a customer too.</summary>
    public required CustomerId? Representative { get; init; }

    /// <summary>Whether nobody may learn where they live.</summary>
    public required bool IsSecret { get; init; }

    /// <summary>Whether they threatened or hurt somebody.</summary>
    public required bool IsAggressive { get; init; }

    /// <summary>Whether somebody else decides for them.</summary>
    public required bool HasGuardian { get; init; }

    /// <summary>Whether they have died.</summary>
    public required bool IsDeceased { get; init; }

    /// <summary>The same of who acted for them.</summary>
    public required bool RepresentativeIsSecret { get; init; }

    /// <inheritdoc cref="RepresentativeIsSecret" />
    public required bool RepresentativeIsAggressive { get; init; }

    /// <inheritdoc cref="RepresentativeIsSecret" />
    public required bool RepresentativeHasGuardian { get; init; }

    /// <inheritdoc cref="RepresentativeIsSecret" />
    public required bool RepresentativeIsDeceased { get; init; }

    /// <summary>What somebody else did for them, and who.</summary>
    public Assisted? Assisted => Assistance is { } how ? new Assisted(how, AssistedBy) : null;

    /// <summary>Of what is warned of them.</summary>
    public IReadOnlyList<WarningKind> Warnings => Kinds(IsSecret, IsAggressive, HasGuardian, IsDeceased);

    /// <summary>Of what is warned of who acted for them.</summary>
    public IReadOnlyList<WarningKind> RepresentativeWarnings => Kinds(RepresentativeIsSecret, RepresentativeIsAggressive, RepresentativeHasGuardian, RepresentativeIsDeceased);

    private static IReadOnlyList<WarningKind> Kinds(bool secret, bool aggression, bool guardian, bool deceased)
    {
        (WarningKind Kind, bool Stands)[] all = [(WarningKind.SecretAddress, secret), (WarningKind.Aggression, aggression), (WarningKind.Guardian, guardian), (WarningKind.Deceased, deceased)];
        return [.. all.Where(one => one.Stands).Select(one => one.Kind)];
    }
}
