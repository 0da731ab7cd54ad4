using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>A paper with a clock of its own by law, whatever it looks like and however it came in (row A13). Never joined to a report.</summary>
/// <param name="Term">From the day after receipt, unless <paramref name="CountsFrom"/> says otherwise; calendar time under the General Terms Act.</param>
/// <param name="Extension">How much the municipality may add, once; nothing if it may not.</param>
/// <param name="LawArticle">Where the term stands.</param>
/// <param name="Owner">Key of the team.</param>
/// <param name="RecognisedBy">Words that make the program propose this kind; staff decide.</param>
public sealed record FormalPaper(
    string Key, Words Name, Words Definition, Norm Term, Norm? Extension, string LawArticle, Words CountsFrom,
    string Owner, string Portfolio, Confidentiality Confidentiality, IReadOnlyList<string> RecognisedBy);
