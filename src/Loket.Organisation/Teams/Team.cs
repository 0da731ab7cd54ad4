using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Entry;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Organisation.Teams;

/// <summary>People who share work.</summary>
internal sealed class Team : IEntry<Team, TeamDetails>, IStanding
{
    private Team()
    {
    }

    public TeamId Id { get; private init; }

    public string Key { get; private set; } = "";

    [NotPersonal("the name of a team")]
    public string Name { get; private set; } = "";

    /// <summary>The name, folded, for the colleague finder.</summary>
    [NotPersonal("the name of a team")]
    public string FindWords { get; private set; } = "";

    public StaffId? LeadId { get; private set; }

    [NotPersonal("the shared address of a team")]
    public string Email { get; private set; } = "";

    [NotPersonal("the shared address of a team")]
    public string ChatWebhook { get; private set; } = "";

    public IReadOnlyList<string> Groups { get; private set; } = [];

    public IReadOnlyList<string> Areas { get; private set; } = [];

    /// <summary>The areas to which its people are bounded; empty for everywhere.</summary>
    public IReadOnlyList<string> BoundAreas { get; private set; } = [];

    /// <summary>These, with all that they hold.</summary>
    public IReadOnlyList<string> BoundWithin { get; private set; } = [];

    /// <summary>The kinds of case to which its people are bounded; empty for all.</summary>
    public IReadOnlyList<string> BoundTypes { get; private set; } = [];

    /// <summary>Whether it is bounded to anything; who is in no team sees nothing where any team is.</summary>
    public bool IsBounded { get; private set; }

    public int Version { get; private set; }

    public static string UniqueName => nameof(Key);

    public static Result<Team> Make(TeamDetails details)
    {
        var team = new Team { Id = Ids.New<TeamId>() };
        return team.Fill(details) is { } failure ? failure : team;
    }

    public Result<Done> Change(TeamDetails details) => Fill(details) is { } failure ? failure : default(Done);

    public void IsLedBy(StaffId? lead) => LeadId = lead;

    public void BoundTo(IReadOnlyList<string> areas, IReadOnlyList<string> within, IReadOnlyList<string> types) =>
        (BoundAreas, BoundWithin, BoundTypes, IsBounded) = (areas, Bounds.Spread(areas, within), types, areas.Count + types.Count > 0);

    public IJournalEvent Entered(bool isNew) => isNew ? new TeamMade(Id, Key, Groups) : new TeamChanged(Id, Key, Groups);

    public TeamCard Card() => new(Id, Key, Name, LeadId, Email, ChatWebhook, Groups, Areas, Version);

    private Failure? Fill(TeamDetails details)
    {
        var key = Line.Key(details.Key, nameof(details.Key));
        var name = Line.Required(details.Name, nameof(details.Name), 100);
        var email = Line.Email(details.Email, nameof(details.Email));
        var chat = Line.Https(details.ChatWebhook, nameof(details.ChatWebhook));
        var groups = Line.Several(details.Groups, nameof(details.Groups), 60, 20);
        var areas = Line.Several(details.Areas, nameof(details.Areas), 60, 100);
        var failure = key.Failure ?? name.Failure ?? email.Failure ?? chat.Failure ?? groups.Failure ?? areas.Failure;
        if (failure is not null) return failure;

        (Key, Name, Email, ChatWebhook, LeadId) = (key.Value, name.Value, email.Value, chat.Value, details.Lead);
        FindWords = Fold.Of(Name);
        (Groups, Areas) = (groups.Value, areas.Value);
        return null;
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams");
        builder.HasKey(team => team.Id);
        builder.Property(team => team.Key).HasMaxLength(60);
        builder.Property(team => team.Name).HasMaxLength(100);
        builder.Property(team => team.Email).HasMaxLength(254);
        builder.Property(team => team.ChatWebhook).HasMaxLength(500);
        builder.Property(team => team.Groups).AsLines();
        builder.Property(team => team.Areas).AsLines();
        builder.Property(team => team.BoundAreas).AsLines();
        builder.Property(team => team.BoundWithin).AsLines();
        builder.Property(team => team.BoundTypes).AsLines();
        builder.HasOne<Staff>().WithMany().HasForeignKey(team => team.LeadId);
        builder.HasIndex(team => team.Key).IsUnique();
    }
}
