using Loket.Messages;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Web.Pages.Staff;

/// <summary>Takes together what was sent at one go: one event that told eleven people is one line on a timeline, not eleven.</summary>
internal static class TimelineRuns
{
    // Messages that belong together go out as fast as the workers send them; an hour holds the slowest run.
    private static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>The lines in their order; those that were sent together, for the same reason and to the same partner, as one.</summary>
    public static IEnumerable<IReadOnlyList<TimelineLine>> Of(IEnumerable<TimelineLine> newestFirst)
    {
        var sent = new List<TimelineLine>();
        foreach (var line in newestFirst)
        {
            var isSent = line.Happened is MessageSent;
            if (sent.Count > 0 && (!isSent || sent[0].At - line.At > Longest))
            {
                foreach (var run in Together(sent)) yield return run;
                sent = [];
            }

            if (isSent) sent.Add(line);
            else yield return [line];
        }

        foreach (var run in Together(sent)) yield return run;
    }

    private static IEnumerable<IReadOnlyList<TimelineLine>> Together(List<TimelineLine> lines) =>
        lines.GroupBy(line => ((MessageSent)line.Happened!) is var sent ? (sent.Kind, sent.Subjects.Partner) : default).Select(group => group.ToList());
}
