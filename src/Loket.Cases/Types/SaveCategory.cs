using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Types;

/// <summary>A subject was made or changed.</summary>
[JournalEvent("case.category-saved", Audience.Staff)]
public sealed record CategorySaved(string Category, string CaseType, bool Active) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>Makes a subject or changes one (row A2); cases that have it keep it, also when nobody can choose it any more.</summary>
public sealed class SaveCategory(UnitOfWork unit)
{
    private const int LongestMeaning = 300;
    private const int LargestRadius = 1000;
    private const int LongestWord = 60;
    private const int MostWords = 100;

    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Details">As it is to be.</param>
    /// <param name="Active">Whether it can be chosen.</param>
    /// <param name="Version">As it was when the form was opened; null for a new one.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, CategoryDetails Details, bool Active, int? Version, Actor By);

    /// <summary>Saves it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Details, request.Active, request.Version }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            if (Check(request.Details) is { } wrong) return wrong;
            var details = request.Details;
            if (!await work.Db.CaseTypes.AnyAsync(type => type.Key == details.CaseType, cancel)) return CaseFailures.UnknownType.At(nameof(details.CaseType));
            if (await SetUpCases.HasUnknownPortfolio(work.Db, [details], cancel)) return CaseFailures.UnknownPortfolio.At(nameof(details.Portfolio));
            var category = await work.Db.Categories.FindAsync([details.Key], cancel);
            if (request.Version is null && category is not null) return OrganisationFailures.Taken.At(nameof(details.Key));
            if (request.Version is not null && category is null) return OrganisationFailures.NotFound;
            if (category is not null && category.Version != request.Version) return StorageFailures.ChangedMeanwhile;

            await SetUpCases.Put(work.Db, details, cancel);
            (await work.Db.Categories.FindAsync([details.Key], cancel))!.Active = request.Active;
            work.Journal.Write(new CategorySaved(details.Key, details.CaseType, request.Active), request.By);
            return default(Done);
        }, cancel);

    private static Failure? Check(CategoryDetails details)
    {
        if (!SaveCaseType.IsKey(details.Key)) return OrganisationFailures.NoKey.At(nameof(details.Key));
        if (!SaveCaseType.IsKey(details.Group)) return OrganisationFailures.Required.At(nameof(details.Group));
        (string Field, string Text, int Most)[] lines =
        [
            (nameof(details.NameNl), details.NameNl, 100), (nameof(details.NameEn), details.NameEn, 100),
            (nameof(details.MeaningNl), details.MeaningNl, LongestMeaning), (nameof(details.MeaningEn), details.MeaningEn, LongestMeaning),
        ];
        foreach (var (field, text, most) in lines)
        {
            if (SaveCaseType.Named(text, most) is { } wrong) return wrong.At(field);
        }

        if (details.DangerWords?.FirstOrDefault(word => word.Length > LongestWord) is not null) return OrganisationFailures.TooLong.With(LongestWord).At(nameof(details.DangerWords));
        if (details.DangerWords?.Count > MostWords) return CaseFailures.TooManyWords.With(MostWords);
        return details.RepeatRadius is < 0 or > LargestRadius ? OrganisationFailures.NoNorm.At(nameof(details.RepeatRadius)) : null;
    }
}
