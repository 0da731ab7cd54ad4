using Loket.Kernel;

namespace Loket.Cases;

/// <summary>Identifies a case.</summary>
public readonly record struct CaseId(Guid Value) : IId<CaseId>
{
    /// <inheritdoc />
    public static CaseId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(CaseId left, CaseId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(CaseId left, CaseId right) => right < left;
}

/// <summary>Identifies a participant: the link between a case and a contact.</summary>
public readonly record struct ParticipantId(Guid Value) : IId<ParticipantId>
{
    /// <inheritdoc />
    public static ParticipantId From(Guid value) => new(value);
}

/// <summary>Identifies a handover.</summary>
public readonly record struct HandoverId(Guid Value) : IId<HandoverId>
{
    /// <inheritdoc />
    public static HandoverId From(Guid value) => new(value);
}

/// <summary>Identifies a task of a case.</summary>
public readonly record struct CaseTaskId(Guid Value) : IId<CaseTaskId>
{
    /// <inheritdoc />
    public static CaseTaskId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(CaseTaskId left, CaseTaskId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(CaseTaskId left, CaseTaskId right) => right < left;
}

/// <summary>Identifies a routing rule.</summary>
public readonly record struct RoutingRuleId(Guid Value) : IId<RoutingRuleId>
{
    /// <inheritdoc />
    public static RoutingRuleId From(Guid value) => new(value);
}

/// <summary>Identifies a virtual colleague.</summary>
public readonly record struct VirtualColleagueId(Guid Value) : IId<VirtualColleagueId>
{
    /// <inheritdoc />
    public static VirtualColleagueId From(Guid value) => new(value);
}

/// <summary>Identifies a callback request.</summary>
public readonly record struct CallbackId(Guid Value) : IId<CallbackId>
{
    /// <inheritdoc />
    public static CallbackId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(CallbackId left, CallbackId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(CallbackId left, CallbackId right) => right < left;
}

/// <summary>Identifies what somebody did to several cases at once.</summary>
public readonly record struct BulkActId(Guid Value) : IId<BulkActId>
{
    /// <inheritdoc />
    public static BulkActId From(Guid value) => new(value);
}

/// <summary>Identifies a view that was saved.</summary>
public readonly record struct SavedViewId(Guid Value) : IId<SavedViewId>
{
    /// <inheritdoc />
    public static SavedViewId From(Guid value) => new(value);
}

/// <summary>Identifies a text module.</summary>
public readonly record struct TextModuleId(Guid Value) : IId<TextModuleId>
{
    /// <inheritdoc />
    public static TextModuleId From(Guid value) => new(value);
}

/// <summary>Identifies a proposal to erase what is kept of somebody.</summary>
public readonly record struct ErasureProposalId(Guid Value) : IId<ErasureProposalId>
{
    /// <inheritdoc />
    public static ErasureProposalId From(Guid value) => new(value);
}

/// <summary>Identifies a list of cases to be destroyed.</summary>
public readonly record struct DestructionListId(Guid Value) : IId<DestructionListId>
{
    /// <inheritdoc />
    public static DestructionListId From(Guid value) => new(value);

    /// <summary>Made earlier; for keyset paging.</summary>
    public static bool operator <(DestructionListId left, DestructionListId right) => left.Value.CompareTo(right.Value) < 0;

    /// <summary>Made later; for keyset paging.</summary>
    public static bool operator >(DestructionListId left, DestructionListId right) => right < left;
}
