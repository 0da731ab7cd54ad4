using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Together;

/// <summary>How two cases belong together.</summary>
public enum CaseLinkKind
{
    /// <summary>The one is a part of the other, which is not done without it.</summary>
    Parent,

    /// <summary>The one follows on the other.</summary>
    FollowUp,

    /// <summary>They have to do with each other.</summary>
    Related,

    /// <summary>The one was split off the other.</summary>
    SplitOff,
}

/// <summary>Two cases belong together. Of each pair one link stands, whichever way round; a case has one parent.</summary>
internal sealed class CaseLink
{
    /// <summary>Of both, the one that was made first.</summary>
    public required CaseId FirstCase { get; init; }

    public required CaseId SecondCase { get; init; }

    public required CaseLinkKind Kind { get; init; }

    /// <summary>The one that is a part, follows, or was split off; where they are related, either.</summary>
    public required CaseId FromCase { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>The other one.</summary>
    public CaseId ToCase => FromCase == FirstCase ? SecondCase : FirstCase;

    /// <summary>A link between two.</summary>
    public static CaseLink Of(CaseId from, CaseId to, CaseLinkKind kind, Instant at)
    {
        var isInOrder = from < to;
        return new CaseLink { FirstCase = isInOrder ? from : to, SecondCase = isInOrder ? to : from, Kind = kind, FromCase = from, MadeAt = at };
    }
}

internal sealed class CaseLinkConfiguration : IEntityTypeConfiguration<CaseLink>
{
    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable("case_links", table => table.HasCheckConstraint("ck_case_links_two", "first_case <> second_case AND (from_case = first_case OR from_case = second_case)"));
        builder.HasKey(link => new { link.FirstCase, link.SecondCase });
        builder.Ignore(link => link.ToCase);
        builder.HasOne<Case>().WithMany().HasForeignKey(link => link.FirstCase);
        builder.HasOne<Case>().WithMany().HasForeignKey(link => link.SecondCase);
        builder.HasIndex(link => link.SecondCase);
        builder.HasIndex(link => link.FromCase).IsUnique().HasFilter("kind = 'Parent'");
    }
}
