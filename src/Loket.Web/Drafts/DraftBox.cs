using NodaTime;

namespace Loket.Web.Drafts;

/// <summary>What a form says of its draft, for the part of the page that shows it.</summary>
/// <param name="About">What the draft is about, as the form posts it.</param>
/// <param name="Path">The page on which it is gone on with.</param>
/// <param name="Seen">The stamp of the draft that stands in the form; null for none.</param>
/// <param name="At">When that was kept.</param>
/// <param name="Keep">Where a button keeps it.</param>
/// <param name="Discard">Where a button throws it away.</param>
/// <param name="ByItself">Whether it is kept while typing; else only when somebody else was first.</param>
/// <param name="HasOwnAddress">Whether the page has another address once a draft stands.</param>
public sealed record DraftBox(string About, string Path, Guid? Seen, LocalDateTime? At, string Keep, string Discard, bool ByItself, bool HasOwnAddress);
