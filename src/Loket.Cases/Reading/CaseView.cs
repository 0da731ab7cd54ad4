using System.Globalization;
using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Participants;
using Loket.Cases.Routing;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Documents;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Places;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A case as a reader may see it.</summary>
public sealed record CaseView
{
    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Its version, for a change.</summary>
    public required int Version { get; init; }

    /// <summary>Its number.</summary>
    public required string Reference { get; init; }

    /// <summary>Key of its type; empty for a partner where that is sensitive.</summary>
    public required string Type { get; init; }

    /// <summary>Key of its subject; null for a partner where that is sensitive.</summary>
    public required string? Category { get; init; }

    /// <summary>Who may know of it.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>What it is about, in the words of who asked; for who may not read those the name of the subject; empty for a partner where that is sensitive.</summary>
    public required string Subject { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Cannot wait.</summary>
    public required bool Danger { get; init; }

    /// <summary>How loud it is: one step for every third contact about it.</summary>
    public required int Urgency { get; init; }

    /// <summary>How it stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>The status that it has of those of its type; null where its type has none of this stage, and for a partner.</summary>
    public StatusType? OwnStatus { get; init; }

    /// <summary>Those that it can get now; empty for a partner.</summary>
    public IReadOnlyList<StatusType> NextStatuses { get; init; } = [];

    /// <summary>What has to be done in it, by its type; empty for a partner.</summary>
    public IReadOnlyList<CaseTaskView> Tasks { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>The team that must act.</summary>
    public required TeamId? Team { get; init; }

    /// <summary>Who works on it.</summary>
    public required StaffId? Handler { get; init; }

    /// <summary>The partner that must act.</summary>
    public required PartnerId? Partner { get; init; }

    /// <summary>The formal paper that it is; null for none.</summary>
    public required FormalPaper? Paper { get; init; }

    /// <summary>The formal paper that it may be by its words; somebody decides.</summary>
    public required FormalPaper? ProposedPaper { get; init; }

    /// <summary>Why nobody was found to act.</summary>
    public required TriageReason? TriageReason { get; init; }

    /// <summary>The last moment in time; while the clock stands still, the moment if it runs again on the day foreseen.</summary>
    public required Instant? DeadlineAt { get; init; }

    /// <summary>How the deadline came about.</summary>
    public required IReadOnlyList<DeadlineStep> DeadlineSteps { get; init; }

    /// <summary>What was promised.</summary>
    public required Norm Norm { get; init; }

    /// <summary>Since when the clock stands still.</summary>
    public required Instant? SuspendedAt { get; init; }

    /// <summary>When it runs again by itself.</summary>
    public required Instant? SuspendedUntil { get; init; }

    /// <summary>Until when it is left out of what is to be done now; null while it is awake, and for a partner.</summary>
    public required Instant? SnoozedUntil { get; init; }

    /// <summary>When it ended.</summary>
    public required Instant? ClosedAt { get; init; }

    /// <summary>Key of its result.</summary>
    public required string? Result { get; init; }

    /// <summary>How it can end, by the version of its type that it keeps.</summary>
    public required IReadOnlyList<ResultType> Results { get; init; }

    /// <summary>Whether the problem is gone.</summary>
    public required bool? Solved { get; init; }

    /// <summary>The last day on which it is kept; null while it is open, and for a partner.</summary>
    public required LocalDate? KeptUntil { get; init; }

    /// <summary>What becomes of it after that day.</summary>
    public required ArchiveNomination? Nomination { get; init; }

    /// <summary>Until when it stays in any case; null while it is open, where nobody holds it, and for a partner.</summary>
    public required LocalDate? HeldUntil { get; init; }

    /// <summary>How many contacts are on it; also known to who may not see who they are.</summary>
    public required int Contacts { get; init; }

    /// <summary>Who asked; empty for a reader who may not see personal data.</summary>
    public required IReadOnlyList<ParticipantView> Participants { get; init; }

    /// <summary>Who asked, as far as the partner that reads may know; empty for others.</summary>
    public required IReadOnlyList<SharedPerson> Shared { get; init; }

    /// <summary>The calling of who is on duty; null when nobody was called.</summary>
    public required DangerCallView? DangerCall { get; init; }

    /// <summary>With whom it was placed, newest first.</summary>
    public required IReadOnlyList<HandoverView> Handovers { get; init; }

    /// <summary>Which files went along with those, to the partner or from it; empty for a partner, which has a list of its own.</summary>
    public required IReadOnlyList<FileAlong> FilesAlong { get; init; }

    /// <summary>The cases that go on as part of it and that the reader may know of, first merged first; empty for a partner.</summary>
    public IReadOnlyList<CasePart> Parts { get; init; } = [];

    /// <summary>The cases on which those who ask for it stood before it was split off, as far as the reader may know of them; empty for a partner.</summary>
    public IReadOnlyList<CaseBefore> Before { get; init; } = [];

    /// <summary>The cases that belong with it, as far as the reader may know of them; empty for a partner.</summary>
    public IReadOnlyList<LinkedCase> Linked { get; init; } = [];

    /// <summary>The numbers of the case and of those that are shown with it.</summary>
    public IReadOnlyDictionary<Guid, string> Numbers =>
        Parts.Select(one => (one.Id, one.Reference)).Concat(Linked.Select(one => (one.Id, one.Reference))).Append((Id, Reference)).DistinctBy(one => one.Id).ToDictionary(one => one.Id.Value, one => one.Reference);

    /// <summary>Whether a partner reads it: of people it learns what its rule says, and that stands in <see cref="Shared"/> and <see cref="Handovers"/>.</summary>
    public bool IsForPartner { get; init; }

    /// <summary>Whether a partner reads it that may not know what it is about.</summary>
    public bool HidesSubject { get; private init; }

    /// <summary>Something of its timeline, as this reader may know of it.</summary>
    public IJournalEvent? Shown(IJournalEvent? happened) => HidesSubject ? PartnerEyes.WithoutSubject(happened) : happened;

    /// <summary>As a partner reads what is sensitive. Who has it here and how it ended would tell what it is about as well.</summary>
    internal CaseView WithoutSubject() => this with { HidesSubject = true, Type = "", Category = null, Team = null, Paper = null, ProposedPaper = null, Result = null, Results = [] };
}

/// <summary>A case that goes on as part of another.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number, which leads to the whole.</param>
/// <param name="At">Since when.</param>
public sealed record CasePart(CaseId Id, string Reference, Instant At);

/// <summary>Somebody who asked.</summary>
public sealed record ParticipantView(
    ParticipantId Id, ContactId Contact, MatterId Matter, CustomerId? Customer, string Reference, Instant JoinedAt, Instant? LeftAt, Channel Channel, string? Name,
    string Subject, string? Text, ResidentKind? Kind, LocalDate? ReceivedOn, StaffId? TakenBy, Assisted? Assisted)
{
    /// <summary>Who acted for them, where that is a customer too.</summary>
    public CustomerId? Representative { get; init; }

    /// <summary>Of what is warned of them, whichever of those under whom they stand has the warning.</summary>
    public IReadOnlyList<WarningKind> Warnings { get; init; } = [];

    /// <summary>The same of who acted for them.</summary>
    public IReadOnlyList<WarningKind> RepresentativeWarnings { get; init; } = [];
}

/// <summary>A file that went along with a handover.</summary>
/// <param name="Handover">The handover.</param>
/// <param name="Document">The file.</param>
/// <param name="FromPartner">Whether the partner sent it.</param>
public sealed record FileAlong(HandoverId Handover, DocumentId Document, bool FromPartner);

/// <summary>A handover as it stands.</summary>
public sealed record HandoverView(
    HandoverId Id, int Version, CaseId Case, PartnerId Partner, HandoverState State, string Question, Instant OfferedAt, Instant? AnsweredAt, Instant? EndedAt,
    string? Reason, LocalDate? PlannedOn, string? JobNumber, int Chased, Instant? AskedAt)
{
    /// <summary>Changes with each answer of the partner, not with a reminder; tells whether somebody else was first.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{State}|{PlannedOn:uuuu-MM-dd}|{JobNumber}");

    /// <summary>As a partner may read it.</summary>
    internal HandoverView WithoutNationalNumbers() => this with { Question = NationalNumbers.Hide(Question)!, Reason = NationalNumbers.Hide(Reason) };

    internal static HandoverView Of(Handover one) => new(
        one.Id, one.Version, one.CaseId, one.Partner, one.State, one.Question, one.OfferedAt, one.AnsweredAt, one.EndedAt, one.Reason, one.PlannedOn, one.JobNumber,
        one.Chased, one.AskedAt);
}
