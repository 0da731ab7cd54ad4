using Loket.Cases.Bulk;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Cases;

internal sealed class CaseConfiguration :
    IEntityTypeConfiguration<Case>, IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<Pause>,
    IEntityTypeConfiguration<MoreTime>, IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<RoutingRule>
{
    private const string Open = "status <> 'Closed'";

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases", table =>
        {
            // What is part of another has ended by itself, and is no part of itself.
            table.HasCheckConstraint("ck_cases_merged", "merged_into IS NULL OR (status = 'Closed' AND merged_into <> id AND status_before IS NOT NULL)");
            // What sleeps says why.
            table.HasCheckConstraint("ck_cases_snoozed", "(snoozed_until IS NULL) = (snooze_reason IS NULL)");
            // Of what was destroyed nothing is left to read.
            table.HasCheckConstraint("ck_cases_destroyed", "destroyed_at IS NULL OR (status = 'Closed' AND subject = '' AND handler IS NULL)");
            // What ended by itself says how long it is kept, and what becomes of it then.
            table.HasCheckConstraint("ck_cases_kept", "(kept_until IS NOT NULL) = (status = 'Closed' AND merged_into IS NULL) AND (kept_until IS NULL) = (nomination IS NULL)");
        });
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Reference).HasMaxLength(16);
        builder.HasIndex(one => one.Reference).IsUnique();
        builder.Property(one => one.Subject).HasMaxLength(200);
        builder.Property(one => one.Type).HasMaxLength(60);
        builder.Property(one => one.Category).HasMaxLength(60);
        builder.Property(one => one.SensitiveGroup).HasMaxLength(40);
        builder.Property(one => one.Result).HasMaxLength(60);
        builder.Property(one => one.StatusKey).HasMaxLength(60);
        builder.Property(one => one.KeptBy).HasMaxLength(20);
        builder.Property(one => one.SnoozeReason).HasMaxLength(SnoozeCases.LongestReason);
        builder.ComplexProperty(one => one.Place, place =>
        {
            place.Property(p => p.Asset).HasMaxLength(40);
            place.Property(p => p.Area).HasMaxLength(60);
            place.Property(p => p.AssetOwner).HasMaxLength(60);
        });
        builder.HasOne<CaseType>().WithMany().HasForeignKey(one => one.Type);
        builder.HasOne<CaseTypeVersion>().WithMany().HasForeignKey(one => new { one.Type, one.TypeVersion });
        builder.HasOne<Category>().WithMany().HasForeignKey(one => one.Category);
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.MergedInto);
        builder.HasIndex(one => one.MergedInto).HasFilter("merged_into IS NOT NULL");
        builder.HasMany(one => one.Participants).WithOne().HasForeignKey(participant => participant.CaseId);
        builder.HasMany(one => one.Pauses).WithOne().HasForeignKey(pause => pause.CaseId);
        builder.HasMany(one => one.MoreTimes).WithOne().HasForeignKey(more => more.CaseId);

        // One index per hot list: a team's, a handler's, a partner's, what must be placed and all, by deadline; and one way in which a repeat is found.
        // Nine of ten cases are closed and on none of them: only the open ones are in these indexes. Each page of a list says how many stand on all of them:
        // what is asked for that comes behind the order, so that they are counted without reading a case. (SQLite asks for the filter's column as well.)
        builder.HasIndex(one => new { one.Team, one.SortAt, one.Id, one.SnoozedUntil, one.DeadlineAt, one.SensitiveGroup, one.DestroyedAt, one.Status }, "ix_cases_team_list").HasFilter(Open);
        builder.HasIndex(one => new { one.Handler, one.SortAt, one.Id, one.SnoozedUntil, one.SensitiveGroup, one.DestroyedAt, one.Status }, "ix_cases_handler_list").HasFilter(Open);
        builder.HasIndex(one => new { one.Partner, one.SortAt, one.Id }).HasFilter(Open);
        builder.HasIndex(one => new { one.SortAt, one.Id, one.SensitiveGroup, one.DestroyedAt, one.Status }, "ix_cases_list").HasFilter(Open);
        builder.HasIndex(one => new { one.Cell, one.LastContactAt }).HasFilter(Open);
        // The same lists in another order, and what is due today.
        builder.HasIndex(one => new { one.Team, one.DeadlineAt, one.SensitiveGroup, one.DestroyedAt, one.Status }, "ix_cases_team_due").HasFilter(Open);
        builder.HasIndex(one => new { one.Team, one.LastContactAt, one.Id }).HasFilter(Open);
        builder.HasIndex(one => new { one.LastContactAt, one.Id }).HasFilter(Open);
        builder.HasIndex(one => new { one.Team, one.Id }).HasFilter(Open);
        builder.HasIndex(one => one.Id).HasFilter(Open);
        // Few among many: what is with a partner, and what sleeps.
        builder.HasIndex(one => new { one.SortAt, one.Id, one.SensitiveGroup, one.DestroyedAt, one.Status }, "ix_cases_with_partner").HasFilter("status = 'WithPartner'");
        builder.HasIndex(one => one.Handler, "ix_cases_snoozed_handler").HasFilter("snoozed_until IS NOT NULL");
        builder.HasIndex(one => one.Team, "ix_cases_snoozed_team").HasFilter("snoozed_until IS NOT NULL");
        // What must be placed, what cannot wait, and what is about one subject.
        builder.HasIndex(one => new { one.SortAt, one.Id, one.Team, one.TriageReason, one.SensitiveGroup, one.DestroyedAt, one.Status }, "ix_cases_triage").HasFilter("triage_reason IS NOT NULL AND " + Open);
        builder.HasIndex(one => new { one.SortAt, one.Id }, "ix_cases_danger").HasFilter("danger AND " + Open);
        builder.HasIndex(one => new { one.Category, one.SortAt, one.Id }).HasFilter(Open);
        // What is to be destroyed by now, year by year.
        builder.HasIndex(one => new { one.KeptUntil, one.Id }, "ix_cases_kept").HasFilter("kept_until IS NOT NULL AND destroyed_at IS NULL");
        // What was given after somebody last asked about it: news that the last contact does not tell.
        builder.HasIndex(one => new { one.Team, one.TeamSince }, "ix_cases_team_news").HasFilter("team_since > last_contact_at AND " + Open);
        builder.HasIndex(one => new { one.Team, one.GivenAt }, "ix_cases_given_news").HasFilter("given_at > last_contact_at AND " + Open);
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants");
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Reference).HasMaxLength(16);
        builder.HasIndex(one => one.Reference);
        builder.HasIndex(one => one.Customer);
        builder.HasIndex(one => one.CaseId);
        builder.HasIndex(one => one.MergedFrom).HasFilter("merged_from IS NOT NULL");
        // What somebody asked stands on one case at a time.
        builder.HasIndex(one => one.Matter).IsUnique().HasFilter("left_at IS NULL");
        builder.HasIndex(one => new { one.Contact, one.CaseId }).HasFilter("left_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<Pause> builder)
    {
        builder.ToTable("case_pauses");
        builder.HasKey(one => one.Id);
        builder.HasIndex(one => one.CaseId).IsUnique().HasFilter("until IS NULL");
        // All of a case, for its deadline.
        builder.HasIndex(one => new { one.CaseId, one.Ends });
    }

    public void Configure(EntityTypeBuilder<MoreTime> builder)
    {
        builder.ToTable("case_more_time");
        builder.HasKey(one => one.Id);
    }

    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handovers");
        builder.HasKey(one => one.Id);
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
        builder.Property(one => one.JobNumber).HasMaxLength(60);
        builder.HasIndex(one => new { one.Partner, one.State, one.OfferedAt });
        // All of a case, for its page.
        builder.HasIndex(one => new { one.CaseId, one.OfferedAt });
        // A case is with one partner at a time.
        builder.HasIndex(one => one.CaseId).IsUnique().HasFilter("state IN ('Offered', 'Accepted')");
    }

    public void Configure(EntityTypeBuilder<RoutingRule> builder)
    {
        builder.ToTable("routing_rules");
        builder.HasKey(one => one.Id);
        builder.HasIndex(one => one.Ordinal);
        builder.Property(one => one.Category).HasMaxLength(60);
        builder.Property(one => one.Group).HasMaxLength(60);
        builder.Property(one => one.Area).HasMaxLength(60);
        builder.Property(one => one.AssetOwner).HasMaxLength(60);
    }
}
