using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Types;

/// <summary>Takes a kind of case in from a file: all of it or, where one line is wrong, nothing. It becomes the draft, and goes live by a person alone.</summary>
public sealed class ImportCaseType(UnitOfWork unit)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">The wish.</param>
    /// <param name="File">The text of the file.</param>
    /// <param name="By">Who asks.</param>
    public sealed record Request(RequestKey Key, string File, Actor By);

    /// <summary>Takes it in. A draft that somebody worked on is not written over. Teams and numbers of the selection list that are not here are named before it goes live.</summary>
    /// <returns>The key of the kind.</returns>
    public async Task<Result<string>> Handle(Request request, CancellationToken cancel)
    {
        if (!request.By.May(Right.Configure)) return OrganisationFailures.Forbidden;
        var read = TypeFile.Read(request.File);
        if (!read.Succeeded) return read.Failure;
        if (SaveCaseType.Check(read.Value) is { } wrong) return wrong;
        return await unit.Run<string>(request.Key, new { request.File }, async work =>
        {
            var key = read.Value.Key;
            var draft = await work.Db.Set<CaseTypeDraft>().FindAsync([key], cancel);
            var live = (await work.Db.LiveVersion(key, cancel))?.Details;
            if (draft is not null && TypeDifferences.Between(live, draft.Details).Count > 0) return CaseFailures.DraftStands.With(draft.Details.NameNl);
            var details = read.Value with
            {
                FormalPaper = draft?.Details.FormalPaper,
                SensitiveGroup = read.Value.Confidentiality == Confidentiality.Sensitive ? read.Value.SensitiveGroup : null,
            };
            if (draft is null) work.Db.Add(new CaseTypeDraft { Type = key, Details = details });
            else draft.Details = details;
            work.Journal.Write(new CaseTypeSaved(key, details.Confidentiality, details.SensitiveGroup, details.Norm.Kind, details.Norm.Amount), request.By);
            return key;
        }, cancel);
    }
}
