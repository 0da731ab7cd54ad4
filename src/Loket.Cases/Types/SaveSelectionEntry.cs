using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Types;

/// <summary>An entry of the selection list was made or changed.</summary>
[JournalEvent("case.selection-saved", Audience.Staff)]
public sealed record SelectionSaved(string Number, ArchiveNomination Nomination, int Years) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>Makes an entry of the selection list or changes one. What is live of a kind of case keeps what it says; before a kind goes live again it must agree with the list.</summary>
public sealed class SaveSelectionEntry(UnitOfWork unit)
{
    private const int LongestNumber = 20;
    private const int LongestName = 200;

    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="Number">Its number in the list.</param>
    /// <param name="Name">What it is about.</param>
    /// <param name="Nomination">What becomes of it.</param>
    /// <param name="Years">After how many years; null for no number.</param>
    /// <param name="Version">As it was when the form was opened; null for a new one.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, string Number, string Name, ArchiveNomination Nomination, int? Years, int? Version, Actor By);

    /// <summary>Saves it.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Number, request.Name, request.Nomination, request.Years, request.Version }, async work =>
        {
            if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
            if (!IsNumber(request.Number)) return CaseFailures.NoSelectionNumber;
            if (SaveCaseType.Named(request.Name, LongestName) is { } unnamed) return unnamed.At(nameof(request.Name));
            if (request.Years is not (>= 0 and <= SaveCaseType.MostYears and var years)) return CaseFailures.NoYears.At(nameof(request.Years));
            var entry = await work.Db.Set<SelectionEntry>().FindAsync([request.Number], cancel);
            if (request.Version is null && entry is not null) return OrganisationFailures.Taken.At(nameof(request.Number));
            if (request.Version is not null && entry is null) return OrganisationFailures.NotFound;
            if (entry is not null && entry.Version != request.Version) return StorageFailures.ChangedMeanwhile;

            if (entry is null) work.Db.Add(entry = new SelectionEntry { Number = request.Number });
            entry.Fill(request.Name, request.Nomination, years);
            work.Journal.Write(new SelectionSaved(entry.Number, entry.Nomination, entry.Years), request.By);
            return default(Done);
        }, cancel);

    // Groups of digits, with dots between.
    private static bool IsNumber(string number) =>
        number.Length is > 0 and <= LongestNumber && number.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
}
