using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation.Entry;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>Somebody who works for the municipality.</summary>
internal sealed class Staff : IEntry<Staff, StaffDetails>, IStanding
{
    private readonly List<Membership> memberships = [];

    private Staff()
    {
    }

    public StaffId Id { get; private init; }

    // The journal says who did what also after they left.
    [Personal("accountability", "journal")]
    public string Name { get; private set; } = "";

    // By these who left is known to have left, whoever signs in with them.
    [Personal("signing in", "journal")]
    public string SignInName { get; private set; } = "";

    [Personal("signing in", "journal")]
    public string Email { get; private set; } = "";

    [Personal("working together", "employment")]
    public string Phone { get; private set; } = "";

    [Personal("working together", "employment")]
    public IReadOnlyList<string> Expertise { get; private set; } = [];

    /// <summary>Name and expertise, folded, for the colleague finder.</summary>
    [Personal("working together", "journal")]
    public string FindWords { get; private set; } = "";

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public Presence Presence { get; private set; }

    public Instant? AwayUntil { get; private set; }

    public WeekHours Hours { get; private set; } = WeekHours.None;

    public StaffId? DeputyId { get; private set; }

    /// <summary>A local co-host sees no personal data unless given it.</summary>
    public bool PersonalDataGiven { get; private set; }

    /// <summary>Wants an overview of the work by e-mail on each working day.</summary>
    public bool WantsDigest { get; private set; } = true;

    /// <summary>Wants no shortcuts of a single key.</summary>
    public bool WithoutKeys { get; private set; }

    /// <summary>The areas to which this person is bounded; empty for everywhere.</summary>
    public IReadOnlyList<string> BoundAreas { get; private set; } = [];

    /// <summary>These, with all that they hold.</summary>
    public IReadOnlyList<string> BoundWithin { get; private set; } = [];

    /// <summary>The kinds of case to which this person is bounded; empty for all.</summary>
    public IReadOnlyList<string> BoundTypes { get; private set; } = [];

    public Instant? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Membership> Memberships => memberships;

    public static string UniqueName => nameof(SignInName);

    public static Result<Staff> Make(StaffDetails details)
    {
        var staff = new Staff { Id = Ids.New<StaffId>() };
        return staff.Fill(details) is { } failure ? failure : staff;
    }

    public Result<Done> Change(StaffDetails details)
    {
        if (ClosedAt is not null) return OrganisationFailures.Closed;
        return Fill(details) is { } failure ? failure : default(Done);
    }

    public Result<Done> SetPresence(Presence presence, Instant? until, Instant now)
    {
        if (presence == Presence.Away && until <= now) return OrganisationFailures.NotAhead.At("Until");
        (Presence, AwayUntil) = (presence, presence == Presence.Away ? until : null);
        return default(Done);
    }

    public void SetDeputy(StaffId? deputy) => DeputyId = deputy;

    public Result<Done> GivePersonalData(bool given)
    {
        if (!Roles.Contains(Role.CoHost)) return OrganisationFailures.NoCoHost;
        PersonalDataGiven = given;
        return default(Done);
    }

    public void ChooseDigest(bool wants) => WantsDigest = wants;

    public void ChooseKeys(bool wants) => WithoutKeys = !wants;

    public Result<Done> Close(Instant at)
    {
        if (ClosedAt is not null) return OrganisationFailures.Closed;
        (ClosedAt, DeputyId, Phone, FindWords) = (at, null, "", Fold.Of(Name));
        Expertise = [];
        memberships.Clear();
        return default(Done);
    }

    public void BoundTo(IReadOnlyList<string> areas, IReadOnlyList<string> within, IReadOnlyList<string> types) => (BoundAreas, BoundWithin, BoundTypes) = (areas, Bounds.Spread(areas, within), types);

    public IJournalEvent Entered(bool isNew) => isNew
        ? new StaffMade(Id, Roles, [.. memberships.Select(one => one.TeamId)])
        : new StaffChanged(Id, Roles, [.. memberships.Select(one => one.TeamId)]);

    public StaffCard Card() => new(
        Id, Name, SignInName, Email, Phone, Expertise, Roles, [.. memberships.Select(one => one.TeamId)], Presence, AwayUntil, Hours, DeputyId,
        PersonalDataGiven, WantsDigest, ClosedAt, Version);

    private Failure? Fill(StaffDetails details)
    {
        var name = Line.Required(details.Name, nameof(details.Name), 100);
        var signInName = People.SignInName.Read(details.SignInName, nameof(details.SignInName));
        var email = Line.Email(details.Email, nameof(details.Email));
        var phone = Line.Phone(details.Phone, nameof(details.Phone));
        var expertise = Line.Several(details.Expertise, nameof(details.Expertise), 60, 30);
        var hours = WeekHours.Read(details.Hours, nameof(details.Hours));
        var failure = name.Failure ?? signInName.Failure ?? email.Failure ?? phone.Failure ?? expertise.Failure ?? hours.Failure;
        if (failure is not null) return failure;

        (Name, SignInName, Email, Phone) = (name.Value, signInName.Value, email.Value, phone.Value);
        (Expertise, Hours) = (expertise.Value, hours.Value);
        FindWords = Fold.Of(string.Join(' ', [Name, .. Expertise]));
        Roles = [.. (details.Roles ?? []).Distinct().Order()];
        PersonalDataGiven &= Roles.Contains(Role.CoHost);
        BelongTo([.. (details.Teams ?? []).Distinct()]);
        return null;
    }

    /// <summary>Comes into a team or goes out of it; tells whether anything changed.</summary>
    public bool Belong(TeamId team, bool belongs)
    {
        if (memberships.Exists(one => one.TeamId == team) == belongs) return false;
        if (belongs) memberships.Add(new Membership { StaffId = Id, TeamId = team });
        else memberships.RemoveAll(one => one.TeamId == team);
        return true;
    }

    /// <summary>Takes what the municipality's provider gives: its roles in the place of all that stood, its teams in the place of those that it gave before.</summary>
    /// <param name="roles">The roles; null where the provider doesn't give them.</param>
    /// <param name="teams">The teams; null where the provider doesn't give them.</param>
    /// <returns>Whether anything changed.</returns>
    public bool TakeFromProvider(IReadOnlyList<Role>? roles, IReadOnlyCollection<TeamId>? teams)
    {
        var changed = false;
        if (roles is not null && !Roles.SequenceEqual(roles.Distinct().Order()))
        {
            Roles = [.. roles.Distinct().Order()];
            PersonalDataGiven &= Roles.Contains(Role.CoHost);
            changed = true;
        }

        if (teams is null) return changed;
        // What was given by hand stays until it is taken away by hand.
        changed |= memberships.RemoveAll(one => one.FromProvider && !teams.Contains(one.TeamId)) > 0;
        var missing = teams.Where(team => memberships.All(one => one.TeamId != team)).Distinct().ToList();
        memberships.AddRange(missing.Select(team => new Membership { StaffId = Id, TeamId = team, FromProvider = true }));
        return changed || missing.Count > 0;
    }

    private void BelongTo(IReadOnlyCollection<TeamId> teams)
    {
        memberships.RemoveAll(one => !teams.Contains(one.TeamId));
        memberships.AddRange(teams.Where(team => memberships.All(one => one.TeamId != team)).Select(team => new Membership { StaffId = Id, TeamId = team }));
    }
}

/// <summary>Somebody belongs to a team.</summary>
internal sealed class Membership : IStanding
{
    public required StaffId StaffId { get; init; }

    public required TeamId TeamId { get; init; }

    /// <summary>Given by a claim of the municipality's provider, and taken away with it.</summary>
    public bool FromProvider { get; init; }
}

internal sealed class StaffConfiguration : IEntityTypeConfiguration<Staff>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Staff> builder)
    {
        builder.ToTable("staff");
        builder.HasKey(staff => staff.Id);
        builder.Property(staff => staff.Name).HasMaxLength(100);
        builder.Property(staff => staff.SignInName).HasMaxLength(254);
        builder.Property(staff => staff.Email).HasMaxLength(254);
        builder.Property(staff => staff.Phone).HasMaxLength(30);
        builder.Property(staff => staff.Expertise).AsLines();
        builder.Property(staff => staff.BoundAreas).AsLines();
        builder.Property(staff => staff.BoundWithin).AsLines();
        builder.Property(staff => staff.BoundTypes).AsLines();
        builder.Property(staff => staff.Roles).AsNames();
        builder.Property(staff => staff.Hours).HasConversion<WeekHoursConverter>().HasMaxLength(400);
        builder.HasMany(staff => staff.Memberships).WithOne().HasForeignKey(one => one.StaffId);
        builder.HasIndex(staff => staff.SignInName).IsUnique();
        builder.HasIndex(staff => staff.DeputyId);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("team_members");
        builder.HasKey(one => new { one.StaffId, one.TeamId });
        builder.HasOne<Teams.Team>().WithMany().HasForeignKey(one => one.TeamId);
    }
}
