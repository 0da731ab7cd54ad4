using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Cases.Views;

/// <summary>A list, narrowed and in an order, under a name; of one person or of a team.</summary>
internal sealed class SavedView : IVersioned
{
    public required SavedViewId Id { get; init; }

    public int Version { get; private set; }

    /// <summary>Whose it is; null where it is a team's.</summary>
    public required StaffId? Owner { get; init; }

    /// <summary>The team whose it is; null where it is somebody's own.</summary>
    public required TeamId? Team { get; init; }

    [Personal("working together", "employment")]
    public required string Name { get; init; }

    public WorklistKind List { get; private set; }

    public string? Category { get; private set; }

    public string? Area { get; private set; }

    public CaseStatus? Status { get; private set; }

    public StaffId? Handler { get; private set; }

    public bool Unassigned { get; private set; }

    public DueWithin? Due { get; private set; }

    public bool Danger { get; private set; }

    public WorklistSort Sort { get; private set; }

    public void Show(WorklistQuery query)
    {
        (List, Sort) = (query.Kind, query.Sort);
        var filter = query.Filter;
        (Category, Area, Status, Handler, Unassigned, Due, Danger) = (filter.Category, filter.Area, filter.Status, filter.Handler, filter.Unassigned, filter.Due, filter.Danger);
    }

    public SavedViewCard Card() => new(Id, Name, Team, new WorklistQuery(List, new WorklistFilter(Category, Area, Status, Handler, Unassigned, Due, Danger), Sort));
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views", table => table.HasCheckConstraint("ck_saved_views_whose", "(owner IS NULL) <> (team IS NULL)"));
        builder.HasKey(view => view.Id);
        builder.Property(view => view.Name).HasMaxLength(SaveView.LongestName);
        // Keys, not references: a view whose subject is gone still opens, and says so.
        builder.Property(view => view.Category).HasMaxLength(60);
        builder.Property(view => view.Area).HasMaxLength(60);
        builder.HasIndex(view => new { view.Owner, view.Name }).IsUnique().HasFilter("owner IS NOT NULL");
        builder.HasIndex(view => new { view.Team, view.Name }).IsUnique().HasFilter("team IS NOT NULL");
    }
}
