using System.Text.Json;
using Loket.Contacts;
using Loket.Kernel.Calendars;
using Loket.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loket.Cases.Types;

/// <summary>A kind of case, as it is set up: all that has versions.</summary>
public sealed record CaseTypeDetails(
    string Key, string NameNl, string NameEn, Confidentiality Confidentiality, Norm Norm, IReadOnlyList<ResultType> Results,
    string? SensitiveGroup = null, int ReopenDays = 30, FormalPaper? FormalPaper = null)
{
    /// <summary>The legal ground on which such cases need the national number of who asked; null where they do not (decision 0048).</summary>
    public string? NumberGround { get; init; }

    /// <summary>The statuses, in order; empty for those that every case knows.</summary>
    public IReadOnlyList<StatusType> Statuses { get; init; } = [];

    /// <summary>The tasks, in order.</summary>
    public IReadOnlyList<TaskType> Tasks { get; init; } = [];

    /// <summary>The texts of messages of its own; one that is not here is the general one.</summary>
    public IReadOnlyList<TypeText> Texts { get; init; } = [];
}

internal sealed class CaseTypeDetailsConverter() : ValueConverter<CaseTypeDetails, string>(
    details => JsonSerializer.Serialize(details, Json.Options),
    text => JsonSerializer.Deserialize<CaseTypeDetails>(text, Json.Options)!);

internal sealed class CaseTypeDetailsComparer() : ValueComparer<CaseTypeDetails>(
    (left, right) => JsonSerializer.Serialize(left, Json.Options) == JsonSerializer.Serialize(right, Json.Options),
    details => details.Key.Length,
    details => details);
