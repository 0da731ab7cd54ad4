using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Emergency;

/// <summary>Somebody opened for an hour what they may not know of, and somebody else judges afterwards whether that was right (row K2).</summary>
internal sealed class EmergencyAccess : IVersioned
{
    /// <summary>Fewest characters of a reason: less than a few words nobody can judge.</summary>
    public const int ShortestReason = 10;

    /// <summary>Most characters of a reason, and of a remark.</summary>
    public const int LongestText = 500;

    /// <summary>How long it stays open.</summary>
    public static readonly Duration Open = Duration.FromHours(1);

    private EmergencyAccess()
    {
    }

    public EmergencyId Id { get; private init; }

    public int Version { get; private set; }

    public StaffId Staff { get; private init; }

    public EmergencySubject What { get; private init; }

    public Guid Subject { get; private init; }

    [Personal("accountability", "journal")]
    public string Reason { get; private init; } = "";

    public Instant OpenedAt { get; private init; }

    public Instant EndsAt { get; private init; }

    public StaffId? ReviewedBy { get; private set; }

    public Instant? ReviewedAt { get; private set; }

    public EmergencyVerdict? Verdict { get; private set; }

    [Personal("accountability", "journal")]
    public string? Remark { get; private set; }

    public static Result<EmergencyAccess> Make(StaffId staff, EmergencySubject what, Guid subject, string? reason, Instant now)
    {
        var why = ReasonIn(reason);
        if (!why.Succeeded) return why.Failure;
        return new EmergencyAccess
        {
            Id = Ids.New<EmergencyId>(), Staff = staff, What = what, Subject = subject, Reason = why.Value, OpenedAt = now, EndsAt = now + Open,
        };
    }

    /// <summary>The reason as it is kept; or what is wrong with it.</summary>
    public static Result<string> ReasonIn(string? typed)
    {
        var text = CleanText.Lines(typed, LongestText);
        if (!text.Succeeded) return OrganisationFailures.TooLong.At(nameof(Reason)).With(LongestText);
        return text.Value.Length < ShortestReason ? EmergencyFailures.ReasonTooShort.With(ShortestReason) : text.Value;
    }

    public Result<Done> Review(EmergencyVerdict verdict, string? remark, StaffId by, Instant at)
    {
        if (by == Staff) return EmergencyFailures.OwnReview;
        if (Verdict is not null) return EmergencyFailures.ReviewedAlready;
        var text = CleanText.Lines(remark, LongestText);
        if (!text.Succeeded) return OrganisationFailures.TooLong.At(nameof(Remark)).With(LongestText);
        if (verdict == EmergencyVerdict.NotJustified && text.Value.Length == 0) return EmergencyFailures.RemarkMissing;
        (Verdict, Remark, ReviewedBy, ReviewedAt) = (verdict, text.Value.Length == 0 ? null : text.Value, by, at);
        return default(Done);
    }

    public EmergencyCard Card() => new(Id, Staff, What, Subject, Reason, OpenedAt, EndsAt, ReviewedBy, ReviewedAt, Verdict, Remark);
}

internal sealed class EmergencyAccessConfiguration : IEntityTypeConfiguration<EmergencyAccess>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> builder)
    {
        builder.ToTable("emergency_accesses", table =>
        {
            table.HasCheckConstraint("ck_emergency_accesses_review", "(verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)");
            // Nobody judges what they opened themselves.
            table.HasCheckConstraint("ck_emergency_accesses_reviewer", "reviewed_by IS NULL OR reviewed_by <> staff");
        });
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Reason).HasMaxLength(EmergencyAccess.LongestText);
        builder.Property(one => one.Remark).HasMaxLength(EmergencyAccess.LongestText);
        builder.HasOne<People.Staff>().WithMany().HasForeignKey(one => one.Staff);
        builder.HasOne<People.Staff>().WithMany().HasForeignKey(one => one.ReviewedBy);
        // Whether it is open for somebody, asked at each page; and what nobody has judged yet.
        builder.HasIndex(one => new { one.Staff, one.Subject, one.EndsAt });
        builder.HasIndex(one => one.OpenedAt).HasFilter("verdict IS NULL");
    }
}
