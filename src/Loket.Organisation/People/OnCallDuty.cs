using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Who is called about danger in a stretch of time, in order: who does not answer is followed by the next.</summary>
internal sealed class OnCallDuty
{
    private readonly List<OnCallTurn> turns = [];

    private OnCallDuty()
    {
    }

    public OnCallDutyId Id { get; private init; }

    public Instant From { get; private init; }

    public Instant Until { get; private init; }

    public IReadOnlyList<OnCallTurn> Turns => turns;

    public static Result<OnCallDuty> Make(Instant from, Instant until, IReadOnlyList<StaffId> people)
    {
        if (until <= from) return OrganisationFailures.NotAhead.At(nameof(Until));
        if (people.Count == 0) return OrganisationFailures.Required.At("People");
        var duty = new OnCallDuty { Id = Ids.New<OnCallDutyId>(), From = from, Until = until };
        duty.turns.AddRange(people.Distinct().Select((person, place) => new OnCallTurn { DutyId = duty.Id, Place = place, StaffId = person }));
        return duty;
    }
}

/// <summary>The place of one person in a duty.</summary>
internal sealed class OnCallTurn
{
    public required OnCallDutyId DutyId { get; init; }

    public required int Place { get; init; }

    public required StaffId StaffId { get; init; }
}

internal sealed class OnCallConfiguration : IEntityTypeConfiguration<OnCallDuty>, IEntityTypeConfiguration<OnCallTurn>
{
    public void Configure(EntityTypeBuilder<OnCallDuty> builder)
    {
        builder.ToTable("on_call_duties");
        builder.HasKey(duty => duty.Id);
        builder.HasMany(duty => duty.Turns).WithOne().HasForeignKey(turn => turn.DutyId);
        builder.HasIndex(duty => duty.Until);
    }

    public void Configure(EntityTypeBuilder<OnCallTurn> builder)
    {
        builder.ToTable("on_call_turns");
        builder.HasKey(turn => new { turn.DutyId, turn.Place });
        builder.HasOne<Staff>().WithMany().HasForeignKey(turn => turn.StaffId);
    }
}
