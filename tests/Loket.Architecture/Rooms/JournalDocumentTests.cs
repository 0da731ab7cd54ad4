using System.Reflection;
using System.Text.RegularExpressions;
using Loket.Storage.Journal;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>docs/journal-events.md names every event, and no others.</summary>
public sealed partial class JournalDocumentTests
{
    [Fact]
    public void The_document_and_the_program_name_the_same_events_for_the_same_eyes()
    {
        var written = File.ReadLines(Source.At("docs/journal-events.md")).Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => (Kind: row.Groups["kind"].Value, Audience: row.Groups["audience"].Value)).ToList();
        var known = Model.Events.Select(happened => (Kind: happened.Key, Audience: happened.Value.GetCustomAttribute<JournalEventAttribute>()!.Audience.ToString())).ToList();

        Assert.Equal(written.Distinct().Count(), written.Count);
        None.Of(known.Except(written).Select(missing => $"not in the document: {missing.Kind} | {missing.Audience}"));
        None.Of(written.Except(known).Select(extra => $"in the document only: {extra.Kind} | {extra.Audience}"));
    }

    [GeneratedRegex(@"^\| `(?<kind>[a-z.-]+)` \| (?<audience>\w+) \|", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Row();
}
