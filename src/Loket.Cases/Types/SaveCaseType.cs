using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Types;

/// <summary>A draft of a kind of case was made or changed; it counts for no case yet.</summary>
[JournalEvent("case.type-saved", Audience.Staff)]
public sealed record CaseTypeSaved(string Type, Confidentiality Confidentiality, string? SensitiveGroup, NormKind NormKind, int NormAmount) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>Makes a draft of a kind of case or changes one (row B1). It counts for nobody until it goes live.</summary>
public sealed class SaveCaseType(UnitOfWork unit)
{
    private const int LongestName = 100;
    private const int LongestKey = 60;
    private const int LongestGroup = 40;
    private const int LongestSentence = 300;
    private const int LongestNumberGround = 200;
    private const int MostDays = 3650;
    internal const int MostYears = 200;

    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Details">As it is to be; the formal paper of a type that exists stays.</param>
    /// <param name="Version">The draft as it was when the form was opened; null for a new one.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, CaseTypeDetails Details, int? Version, Actor By);

    /// <summary>Saves it. What is filled in must be right; what is missing is asked for when it goes live.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Details, request.Version }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            var draft = await work.Db.Set<CaseTypeDraft>().FindAsync([request.Details.Key], cancel);
            if (request.Version is null && draft is not null) return OrganisationFailures.Taken.At(nameof(request.Details.Key));
            if (request.Version is not null && draft is null) return OrganisationFailures.NotFound;
            if (draft is not null && draft.Version != request.Version) return StorageFailures.ChangedMeanwhile;
            var grounded = await ByTheList(work.Db, request.Details, cancel);
            if (!grounded.Succeeded) return grounded.Failure;
            if (Check(grounded.Value) is { } wrong) return wrong;
            var details = grounded.Value with
            {
                FormalPaper = draft?.Details.FormalPaper,
                SensitiveGroup = request.Details.Confidentiality == Confidentiality.Sensitive ? request.Details.SensitiveGroup : null,
            };
            if (draft is null) work.Db.Add(new CaseTypeDraft { Type = details.Key, Details = details });
            else draft.Details = details;
            work.Journal.Write(new CaseTypeSaved(details.Key, details.Confidentiality, details.SensitiveGroup, details.Norm.Kind, details.Norm.Amount), request.By);
            return default(Done);
        }, cancel);

    // Where a ground was chosen, the selection list says how long, and what becomes of the case then.
    private static async Task<Result<CaseTypeDetails>> ByTheList(LoketDb db, CaseTypeDetails details, CancellationToken cancel)
    {
        if (details.Results.All(result => result.Ground is null)) return details;
        var list = await SelectionList.All(db, cancel);
        var results = new List<ResultType>();
        foreach (var (place, result) in details.Results.Index())
        {
            var entry = list.FirstOrDefault(one => one.Number == result.Ground);
            if (result.Ground is not null && entry is null) return CaseFailures.UnknownGround.At($"{nameof(details.Results)}[{place}].{nameof(result.Ground)}");
            results.Add(entry is null ? result : result.By(entry));
        }

        return details with { Results = results };
    }

    /// <summary>What is wrong with what is filled in, at its field; null for nothing.</summary>
    internal static Failure? Check(CaseTypeDetails details)
    {
        if (!IsKey(details.Key)) return OrganisationFailures.NoKey.At(nameof(details.Key));
        if (Named(details.NameNl) is { } dutch) return dutch.At(nameof(details.NameNl));
        if (Named(details.NameEn) is { } english) return english.At(nameof(details.NameEn));
        if (details.Confidentiality == Confidentiality.Sensitive && string.IsNullOrWhiteSpace(details.SensitiveGroup)) return OrganisationFailures.Required.At(nameof(details.SensitiveGroup));
        if (details.Confidentiality != Confidentiality.Sensitive && !string.IsNullOrWhiteSpace(details.SensitiveGroup)) return CaseFailures.GroupForNothing;
        if (details.SensitiveGroup?.Length > LongestGroup) return OrganisationFailures.TooLong.With(LongestGroup).At(nameof(details.SensitiveGroup));
        if (details.ReopenDays is < 0 or > MostDays) return OrganisationFailures.NoNorm.At(nameof(details.ReopenDays));
        if (details.NumberGround is not null && Named(details.NumberGround, LongestNumberGround) is { } ground) return ground.At(nameof(details.NumberGround));
        foreach (var (place, result) in details.Results.Index())
        {
            if (Check(result, details.Results.Take(place)) is { } wrong) return wrong.At($"{nameof(details.Results)}[{place}].{wrong.Field}");
        }

        foreach (var (place, status) in details.Statuses.Index())
        {
            if (Check(status, details.Statuses.Take(place)) is { } wrong) return wrong.At($"{nameof(details.Statuses)}[{place}].{wrong.Field}");
        }

        foreach (var (place, task) in details.Tasks.Index())
        {
            if (Check(task, [.. details.Tasks.Take(place)]) is { } wrong) return wrong.At($"{nameof(details.Tasks)}[{place}].{wrong.Field}");
        }

        foreach (var (place, text) in details.Texts.Index())
        {
            if (Check(text, details.Texts.Take(place)) is { } wrong) return wrong.At($"{nameof(details.Texts)}[{place}].{wrong.Field}");
        }

        return null;
    }

    private static Failure? Check(TaskType task, IReadOnlyList<TaskType> before)
    {
        if (Named(task.Nl) is { } dutch) return dutch.At(nameof(task.Nl));
        if (Named(task.En) is { } english) return english.At(nameof(task.En));
        if (!IsKey(task.Key)) return OrganisationFailures.NoKey.At(nameof(task.Nl));
        if (before.Any(other => other.Key == task.Key)) return OrganisationFailures.Taken.At(nameof(task.Nl));
        if (task.Owner is TaskOwner.Team or TaskOwner.Partner && !IsKey(task.OwnerKey)) return TaskFailures.OwnerMissing;
        if (task.Owner == TaskOwner.Role && !(Enum.TryParse<Role>(task.OwnerKey, out var role) && Enum.IsDefined(role))) return TaskFailures.OwnerMissing;
        if (task.Status is not null && !IsKey(task.Status)) return CaseFailures.UnknownStatus;
        if (task.Category is not null && !IsKey(task.Category)) return CaseFailures.UnknownCategory;
        if (task.ForResult is not null && !task.BeforeClosing) return TaskFailures.NotBeforeClosing;
        if (task.ForResult is not null && !IsKey(task.ForResult)) return CaseFailures.UnknownResult.At(nameof(task.ForResult));
        // Only after one that stands before it, so that no two wait for each other.
        var after = before.FirstOrDefault(other => other.Key == task.After);
        return (task.After is not null && after is null) || (task.AfterAnswer is not null && after is not { IsQuestion: true }) ? TaskFailures.NotBefore : null;
    }

    private static Failure? Check(TypeText text, IEnumerable<TypeText> before)
    {
        if (!TypeTexts.Has(text.Template, text.Language)) return MessageFailures.TemplateUnknown.With(text.Template).At(nameof(text.Template));
        if (before.Any(other => other.Template == text.Template && other.Language == text.Language)) return OrganisationFailures.Taken.At(nameof(text.Template));
        return CheckTemplate.Wrong(text.Template, text.Language, text.Text);
    }

    private static Failure? Check(StatusType status, IEnumerable<StatusType> before)
    {
        if (Named(status.Nl) is { } dutch) return dutch.At(nameof(status.Nl));
        if (Named(status.En) is { } english) return english.At(nameof(status.En));
        if (!IsKey(status.Key)) return OrganisationFailures.NoKey.At(nameof(status.Nl));
        if (before.Any(other => other.Key == status.Key)) return OrganisationFailures.Taken.At(nameof(status.Nl));
        if (!Statuses.Stages.Contains(status.Stage)) return CaseFailures.StageMissing;
        if (status.ResidentsNl.Length > LongestSentence) return OrganisationFailures.TooLong.With(LongestSentence).At(nameof(status.ResidentsNl));
        return status.ResidentsEn.Length > LongestSentence ? OrganisationFailures.TooLong.With(LongestSentence).At(nameof(status.ResidentsEn)) : null;
    }

    private static Failure? Check(ResultType result, IEnumerable<ResultType> before)
    {
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
