using Loket.Cases.Reading;
using Loket.Documents;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>A file of a case, or of a matter that is on it, with its address.</summary>
/// <param name="Document">The file.</param>
/// <param name="From">Who sent it along; null for a file of the case itself.</param>
/// <param name="FromPartner">Name of the partner that sent it.</param>
/// <param name="GoneTo">Names of the partners to which it went along.</param>
/// <param name="Href">Where it is opened.</param>
public sealed record CaseFile(DocumentView Document, ParticipantView? From, string? FromPartner, IReadOnlyList<string> GoneTo, string Href)
{
    /// <summary>Where its small picture is; null when there is none.</summary>
    public string? Picture => Document.HasThumbnail ? Href + "/klein" : null;

    internal static IReadOnlyList<CaseFile> Of(CaseView view, IEnumerable<DocumentView> documents, NameBook names) =>
    [
        .. from document in documents
           let giver = view.Participants.FirstOrDefault(one => one.LeftAt is null && one.Matter.Value == document.Subject)
           // A file of a case that goes on as part of this one is still that case's.
           let part = view.Parts.FirstOrDefault(one => one.Id.Value == document.Subject)
           select new CaseFile(
               document, giver, Partners(view, document, names, fromPartner: true).FirstOrDefault(), [.. Partners(view, document, names, fromPartner: false).Distinct()],
               Links.File(part?.Reference ?? view.Reference, giver?.Reference, document.Number)),
    ];

    private static IEnumerable<string> Partners(CaseView view, DocumentView document, NameBook names, bool fromPartner) => view.FilesAlong
        .Where(along => along.Document == document.Id && along.FromPartner == fromPartner)
        .Select(along => names.Partner(view.Handovers.FirstOrDefault(one => one.Id == along.Handover)?.Partner)).OfType<string>();
}
