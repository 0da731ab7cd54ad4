using System.Reflection;
using System.Text.RegularExpressions;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>Whatever reads contacts, matters, cases or messages is told who reads; default deny.</summary>
public sealed partial class ReaderTests
{
    private static readonly string[] Rooms = ["Loket.Contacts", "Loket.Cases", "Loket.Intake", "Loket.Messages", "Loket.Documents"];

    // Without a reader, each for a reason that was looked at. A new line here is a decision.
    private static readonly Dictionary<string, string> WithoutReader = new(StringComparer.Ordinal)
    {
        ["CategoryList.All"] = "subjects, no cases", ["CategoryList.Types"] = "kinds of case, no cases",
        ["ProposeCategory.Handle"] = "subjects, no cases", ["ProposeCategory.OfObject"] = "subjects, no cases",
        ["RoutingRules.Try"] = "an imagined case", ["RoutingRules.Areas"] = "areas, no cases",
        ["VirtualColleagues.Names"] = "what virtual colleagues are called, no cases",
        ["MailServer.WhatIsWrong"] = "the mail server, no messages",
        ["ContactRegister.Add"] = "writes; gives back what was given", ["WriteToHandler.Handle"] = "writes; tells a participant who has shown to be one how the case stands",
        ["Outbox.LastTo"] = "when somebody was last written to, no message",
        ["Outbox.NextWay"] = "an address for sending, of those that were given",
        ["Outbox.Queue"] = "writes; gives back the identity of a message", ["ContactCards.Recipients"] = "addresses for sending, and for sharing by rule",
        ["FollowedCases.Find"] = "behind a code or PIN, of kinds with nothing private in them", ["FollowedCases.Timeline"] = "behind a code or PIN, as above",
        ["CallbackOfResident.Open"] = "behind the signed link of a resident; neither who they are nor what about", ["CallTimes.Offer"] = "hours, nobody's data",
        ["CustomerFamily.Of"] = "identities of one that the reader may know; no data of theirs",
        ["ContactCards.InWhichTold"] = "identities of contacts, for what follows from a warning; no data of theirs",
        ["SecretAddresses.Of"] = "what must be taken out of texts, never shown",
        ["NumberRegister.Open"] = "behind ShowNationalNumber and MakeAccessReport, which ask who reads", ["NumberRegister.KeptForCases"] = "identities; no data of theirs", ["NumberStanding.Look"] = "how many are kept under which key, for doctor",
        ["FollowedCases.Promised"] = "what a resident is told on sending", ["Matters.PinHashes"] = "compared with, never shown",
        ["Matters.LastReferences"] = "behind ReviewedCases, which asks who reviews",
        ["FollowedCases.Key"] = "which participant a code or PIN is for, before it is compared", ["Matters.IssuePin"] = "writes; gives back the PIN for printing",
        ["SmsGateway.Ask"] = "asks the gateway whether it is there, for doctor; reads nothing of ours",
        ["ReadWishes.Of"] = "behind a code or PIN, and behind WishesOfResident, which asks who reads",
        ["WriteFromFollow.Handle"] = "writes, behind such a ticket; gives back a reference", ["OpenFollow.Handle"] = "gives a ticket for a code or PIN", ["OpenFollowed.Handle"] = "behind that ticket",
        ["OpenHandover.Handle"] = "behind the signed link of a partner's person", ["OpenHandoverFile.Handle"] = "behind the signed link of a partner's person",
        ["ReceiveFile.Handle"] = "takes in; gives back what was given", ["StoreDocument.Handle"] = "writes; gives back the identity of a document",
        ["AttachFile.To"] = "writes; gives back the identity of a document",
        ["EndedMatters.Before"] = "identities of what is judged for erasing", ["EraseMatters.Handle"] = "erases; gives back identities", ["EraseCustomers.Handle"] = "erases; gives back identities",
        ["EraseDocuments.Of"] = "removes; gives back how many", ["EraseMessages.About"] = "removes; gives back how many",
        ["FindDraft.Handle"] = "behind the browser's own secret", ["KeepAnswers.Handle"] = "behind the browser's own secret", ["SendDraft.Handle"] = "behind the browser's own secret",
    };

    // Reads the tables themselves and is told who reads, yet asks for no rows visible to them, each for a reason that was looked at.
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["WhoAsked.cs"] = "asks whether the reader answers such requests", ["MakeAccessReport.cs"] = "behind WhoAsked, which asks who answers",
        ["OpenHandover.cs"] = "behind the signed link of a partner's person",
        ["PartnerDoor.cs"] = "whether somebody of a partner is let in to a handover",
        ["ReadWarnings.cs"] = "of people whom the reader was shown just before",
        ["ReviewedCases.cs"] = "for who reviews looks: identities and no data, of every kind",
        ["RoutingRules.cs"] = "counts and tries rules on imagined cases",
        ["StrikingReaders.cs"] = "for who reviews looks: how many, and nothing of what they are, of every kind",
        ["UndoLinks.cs"] = "only whether others go on as part of the case",
    };

    // The timeline knows no rights: who reads it has found its subject within them.
    private static readonly Dictionary<string, string> ReadsTimelines = new(StringComparer.Ordinal)
    {
        ["CaseEndpoints.cs"] = "of the case that OpenCase gave", ["Case.cshtml.cs"] = "of the case that OpenCase gave", ["Answer.cshtml.cs"] = "of the case that OpenCase gave", ["Callback.cshtml.cs"] = "of the request that OpenCallback gave",
        ["OpenHandover.cs"] = "behind the signed link of a partner's person", ["FollowedCases.cs"] = "behind a code or PIN",
        ["UndoLinks.cs"] = "only whether somebody worked on it", ["UndoRights.cs"] = "only whether the reader registered it", ["TellThatItIsTakenUp.cs"] = "only whether it was told already", ["CaseFigures.cs"] = "a scenario's own figures",
    };

    [Fact]
    public void Whatever_is_told_who_reads_asks_for_what_is_visible_to_them() => Assert.Equal(
        Otherwise.Keys.Order(StringComparer.Ordinal),
        Files().Where(file => Tables().IsMatch(file.Text) && Told().IsMatch(file.Text) && !file.Text.Contains("VisibleTo(", StringComparison.Ordinal)
                // Those of whom the reader may see a contact.
                && !file.Text.Contains("KnownTo(", StringComparison.Ordinal))
            .Select(file => file.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_timeline_is_read_only_where_its_subject_was_found_within_the_readers_rights() => Assert.Equal(
        ReadsTimelines.Keys.Order(StringComparer.Ordinal),
        Source.Files("src", "*.cs").Where(file => JournalIsRead().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_read_surface_takes_the_reader() => None.Of(Surfaces().Where(one => !WithoutReader.ContainsKey(one)));

    [Fact]
    public void Every_exception_is_still_there() => None.Of(WithoutReader.Keys.Except(Surfaces(), StringComparer.Ordinal));

    private static IEnumerable<string> Surfaces() =>
        from room in House.Rooms
        where Rooms.Contains(room.GetName().Name, StringComparer.Ordinal)
        from type in room.GetTypes()
        where type.IsVisible && type.IsClass && !type.IsAssignableTo(typeof(Delegate))
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where GivesSomething(method.ReturnType) && !IsSubscription(type, method) && !method.GetParameters().Any(parameter => NamesReader(parameter.ParameterType))
        select $"{type.Name}.{method.Name}";

    private static IEnumerable<(string Name, string Text)> Files() =>
        Rooms.SelectMany(room => Source.Files("src/" + room, "*.cs")).Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    [GeneratedRegex(@"\b[dD]b\.(Cases|Matters|Customers|Contacts|Participants|Messages|Documents)\b", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Tables();

    [GeneratedRegex(@"\bActor \w", RegexOptions.None, 5_000)]
    private static partial Regex Told();

    [GeneratedRegex(@"\.Timeline\([^)]*Audience|journal\.Timeline\(|JournalReader>\(\)\.Timeline\(", RegexOptions.None, 5_000)]
    private static partial Regex JournalIsRead();

    private static bool GivesSomething(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GetGenericArguments()[0] is var given
        && given != typeof(Failure) && given != typeof(bool) && given != typeof(Result<Done>);

    // The reader itself, or a request that says by whom it is made.
    private static bool NamesReader(Type type) =>
        type == typeof(Actor) || (type.Namespace?.StartsWith("Loket", StringComparison.Ordinal) == true && type.GetProperties().Any(property => property.PropertyType == typeof(Actor)));

    private static bool IsSubscription(Type type, MethodInfo method) => method.Name == "Handle" && type.GetInterfaces().Any(one =>
        one.IsGenericType && (one.GetGenericTypeDefinition() == typeof(ISubscription<>) || one.GetGenericTypeDefinition() == typeof(IJobHandler<>)));
}
