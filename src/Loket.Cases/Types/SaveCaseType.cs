using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Types;

/// <summary>A kind of case was made or changed.</summary>
[JournalEvent("case.type-saved", Audience.Staff)]
public sealed record CaseTypeSaved(string Type, Confidentiality Confidentiality, string? SensitiveGroup, NormKind NormKind, int NormAmount) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>Makes a kind of case or changes one (row B1). Cases that exist keep what they were made with; their deadlines stay as they were promised.</summary>
public sealed class SaveCaseType(UnitOfWork unit)
{
    private const int LongestName = 100;
    private const int LongestKey = 60;
    private const int MostDays = 3650;
    private const int MostYears = 200;

    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Details">As it is to be; the formal paper of a type that exists stays.</param>
    /// <param name="Version">As it was when the form was opened; null for a new one.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, CaseTypeDetails Details, int? Version, Actor By);

    /// <summary>Saves it. A result that cases ended with stays among its results.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Details, request.Version }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var details = request.Details;
            var type = await work.Db.CaseTypes.FindAsync([details.Key], cancel);
            if (request.Version is null && type is not null) return OrganisationFailures.Taken.At(nameof(details.Key));
            if (request.Version is not null && type is null) return OrganisationFailures.NotFound;
            if (type is not null && type.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            if (Check(details, type?.Results ?? []) is { } wrong) return wrong;
            if (type is null) work.Db.Add(type = new CaseType { Key = details.Key, NameNl = details.NameNl, NameEn = details.NameEn });
            (type.NameNl, type.NameEn) = (details.NameNl, details.NameEn);
            (type.Confidentiality, type.SensitiveGroup) = (details.Confidentiality, details.Confidentiality == Confidentiality.Sensitive ? details.SensitiveGroup : null);
            (type.NormKind, type.NormAmount, type.ReopenDays) = (details.Norm.Kind, details.Norm.Amount, details.ReopenDays);
            type.Results = [.. details.Results];
            work.Journal.Write(new CaseTypeSaved(type.Key, type.Confidentiality, type.SensitiveGroup, type.NormKind, type.NormAmount), request.By);
            return default(Done);
        }, cancel);

    private static Failure? Check(CaseTypeDetails details, IReadOnlyList<ResultType> stand)
    {
        if (!IsKey(details.Key)) return OrganisationFailures.NoKey.At(nameof(details.Key));
        if (Named(details.NameNl) is { } dutch) return dutch.At(nameof(details.NameNl));
        if (Named(details.NameEn) is { } english) return english.At(nameof(details.NameEn));
        if (details.Confidentiality == Confidentiality.Sensitive && string.IsNullOrWhiteSpace(details.SensitiveGroup)) return OrganisationFailures.Required.At(nameof(details.SensitiveGroup));
        if (details.ReopenDays is < 0 or > MostDays) return OrganisationFailures.NoNorm.At(nameof(details.ReopenDays));
        if (details.Results.Count == 0) return CaseFailures.ResultsMissing;
        if (stand.FirstOrDefault(one => details.Results.All(other => other.Key != one.Key)) is { } gone) return CaseFailures.ResultGone.With(gone.Nl);
        foreach (var (place, result) in details.Results.Index())
        {
            if (Check(result, stand, details.Results.Take(place)) is { } wrong) return wrong.At($"{nameof(details.Results)}[{place}].{wrong.Field}");
        }

        return null;
    }

    private static Failure? Check(ResultType result, IReadOnlyList<ResultType> stand, IEnumerable<ResultType> before)
    {
        if (result is { Nl: "", En: "" } && stand.FirstOrDefault(one => one.Key == result.Key) is { } gone) return CaseFailures.ResultGone.With(gone.Nl).At(nameof(result.Nl));
        if (Named(result.Nl) is { } dutch) return dutch.At(nameof(result.Nl));
        if (Named(result.En) is { } english) return english.At(nameof(result.En));
        if (!IsKey(result.Key)) return OrganisationFailures.NoKey.At(nameof(result.Nl));
        if (before.Any(other => other.Key == result.Key)) return OrganisationFailures.Taken.At(nameof(result.Nl));
        return result.RetentionYears is >= 0 and <= MostYears ? null : CaseFailures.NoYears.At("Years");
    }

    internal static bool IsKey(string? key) =>
        key is { Length: >= 2 and <= LongestKey } && key.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');

    internal static Failure? Named(string? name, int most = LongestName) =>
        string.IsNullOrWhiteSpace(name) ? OrganisationFailures.Required : name.Length > most ? OrganisationFailures.TooLong.With(most) : null;
}
