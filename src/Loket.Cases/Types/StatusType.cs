namespace Loket.Cases.Types;

/// <summary>A status that cases of a kind can have: a step within one of the stages that every case knows.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Nl">For colleagues, in Dutch.</param>
/// <param name="En">For colleagues, in English.</param>
/// <param name="Stage">The stage in which a case has it: lists, norms and what can be done with a case look at that alone.</param>
/// <param name="ResidentsNl">For residents, in Dutch: one sentence that says who does what.</param>
/// <param name="ResidentsEn">The same in English.</param>
/// <param name="Tells">Whether residents get a message with that sentence when somebody sets it.</param>
public sealed record StatusType(string Key, string Nl, string En, CaseStatus Stage, string ResidentsNl = "", string ResidentsEn = "", bool Tells = false)
{
    /// <summary>The sentence for residents in a language.</summary>
    public string ForResidents(string language) => language == "en" ? ResidentsEn : ResidentsNl;
}

/// <summary>Which of the statuses of its kind a case has, and can get. Pure.</summary>
public static class Statuses
{
    /// <summary>The stages that a status can belong to; how a case ended is its result.</summary>
    public static IReadOnlyList<CaseStatus> Stages { get; } = [CaseStatus.Received, CaseStatus.InProgress, CaseStatus.WaitingForResident, CaseStatus.WithPartner];

    /// <summary>The status that a case has: what was set last, as long as the case is in that stage, else the first of the stage; null where its kind has none of it.</summary>
    /// <param name="all">Those of its kind, in order.</param>
    /// <param name="stage">The stage in which the case is.</param>
    /// <param name="set">Key of what was set last.</param>
    public static StatusType? Of(IReadOnlyList<StatusType> all, CaseStatus stage, string? set) =>
        all.FirstOrDefault(one => one.Key == set && one.Stage == stage) ?? all.FirstOrDefault(one => one.Stage == stage);

    /// <summary>Those that can be set now. Only who has a case brings it to another stage: to a partner it goes by a handover, and to its end by closing it.</summary>
    /// <param name="all">Those of its kind, in order.</param>
    /// <param name="stage">The stage in which the case is.</param>
    /// <param name="set">Key of what was set last.</param>
    /// <param name="isOurs">Whether somebody of ours has it, and no partner.</param>
    public static IReadOnlyList<StatusType> Next(IReadOnlyList<StatusType> all, CaseStatus stage, string? set, bool isOurs)
    {
        var now = Of(all, stage, set);
        return stage == CaseStatus.Closed ? [] :
            [.. all.Where(one => one != now && (one.Stage == stage || (isOurs && one.Stage is CaseStatus.InProgress or CaseStatus.WaitingForResident)))];
    }
}
