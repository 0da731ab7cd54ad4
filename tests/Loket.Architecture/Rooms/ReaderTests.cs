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

    // Tables of what is nobody's: how the municipality works, and what is kept for a moment or for one colleague alone. Every other table is somebody's.
    private static readonly string[] NobodysTables =
    [
        "BulkAct", "CallbackAct", "CaseType", "CaseTypeDraft", "CaseTypeVersion", "Category", "ColleagueRun", "DestructionList", "FollowCode", "FollowTry", "MessageTemplate", "RoutingRule",
        "SavedView", "SelectionEntry", "TextModule", "VirtualColleague",
    ];

    // Members that read the tables themselves, where who reads is known, yet ask for no rows visible to them, by the reason that was looked at. A new name here is a decision.
    private static readonly Dictionary<string, string[]> Otherwise = new(StringComparer.Ordinal)
    {
        ["behind WhoAsked, which asks who answers"] = ["MakeAccessReport.Before", "MakeAccessReport.Given", "MakeAccessReport.Make"],
        ["asks whether the reader answers such requests"] = ["EraseAtRequest.Handle", "ErasuresWaiting.All", "ProposeErasure.Handle", "WhoAsked.Find", "WhoAsked.IsRequest"],
        ["behind the signed link of a partner's person"] = ["OpenHandover.Read"],
        ["whether somebody of a partner is let in to a handover"] = ["PartnerDoor.Counting", "PartnerDoor.WholeOf", "ReplyToHandover.Handle", "TakeHandoverFile.Handle"],
        ["behind a code or PIN"] = ["FollowedCases.Before", "FollowedCases.Followable", "FollowedCases.Key", "FollowedCases.Promised", "FollowedCases.Read"],
        ["for who reviews looks: identities and how many, and nothing of what they are, of every kind"] = ["Matters.LastReferences", "ReviewedCases.On", "StrikingReaders.WorkOf"],
        ["tries rules on imagined cases, and counts"] = ["RoutingRules.Try"],
        ["of the case or request that its caller found within the rights of the reader"] =
        [
            "BeOnCase.Here", "CallbackView.Asks", "HandoverFiles.Give", "HandoverFiles.GoOn", "HandoverFiles.LastNumber", "HoldCase.Handle", "LinkCases.Handle",
            "LinkCases.WholeOf", "OfferModules.Said", "OpenCase.Read",
        ],
        ["only whether others go on as part of the case"] = ["UndoLinks.Withdraw"],
        ["of the matter that its caller found within the rights of the reader"] =
        [
            "CallbackRegister.EndsOfEarlier", "CallbackRegister.Leave", "CallbackRegister.LeaveWith", "Matters.Cards", "Matters.Classify", "Matters.End", "Matters.IssuePin",
            "Matters.MarkPaper", "Matters.PinHashes", "Matters.Reopen", "OpenMatters.Of",
        ],
        ["of a matter that the reader found, for its group and who made it"] = ["CallbackRegister.OfMatter"],
        ["identities, as part of a query that asks who reads"] =
        [
            "ActingFor.Standing", "FindCase.Handle", "FindCase.Meant", "SearchCustomers.Find", "SearchCustomers.Like", "SearchCustomers.Numbered", "SearchCustomers.With",
        ],
        ["counts what Of gives, which asks who reads"] = ["CallbackLists.Counts"],
        ["how many of a list that the reader knows"] = ["DestructionChanges.Handle"],
        ["what is due on a day, of cases that its caller asks for within the rights of the reader"] = ["DueCases.DueOn"],
        ["whose work goes back, of all kinds; counted within the rights of who gives it back"] = ["GiveBackWork.Callbacks", "GiveBackWork.Cases", "GiveBackWork.Tasks"],
        ["addresses for sending, and for sharing by rule"] = ["ContactCards.InWhichTold", "ContactCards.Known", "ContactCards.Recipients", "ContactCards.Represented"],
        ["reminds who is to call, and shows nothing"] = ["CallbackWatch.Run", "CallbackWatch.StepTo"],
        ["of the case that is placed"] = ["Placing.SubjectOf"],
        ["of the warning that its caller found within the rights of the reader"] = ["PlaceWarning.Same"],
        ["what this transaction has in hand"] = ["CasesDb.extension", "ContactCards.InHand", "Matters.InHand"],
        ["writes; gives back what was given"] = ["ContactRegister.Add", "ContactRegister.Represented"],
        ["identities of one that the reader may know"] = ["CustomerFamily.Of"],
        ["whether one acts for another, for sending"] = ["ActingFor.Acts"],
        ["of people whom the reader was shown just before"] = ["ReadWarnings.Of", "ReadWarnings.Standing"],
    };

    // The timeline knows no rights: who reads it has found its subject within them.
    private static readonly Dictionary<string, string> ReadsTimelines = new(StringComparer.Ordinal)
    {
        ["CaseEndpoints.cs"] = "of the case that OpenCase gave", ["Case.cshtml.cs"] = "of the case that OpenCase gave", ["Answer.cshtml.cs"] = "of the case that OpenCase gave", ["Callback.cshtml.cs"] = "of the request that OpenCallback gave",
        ["OpenHandover.cs"] = "behind the signed link of a partner's person", ["FollowedCases.cs"] = "behind a code or PIN",
        ["UndoLinks.cs"] = "only whether somebody worked on it", ["UndoRights.cs"] = "only whether the reader registered it", ["TellThatItIsTakenUp.cs"] = "only whether it was told already", ["CaseFigures.cs"] = "a scenario's own figures",
    };

    [Fact]
    public void Whatever_is_told_who_reads_asks_for_what_is_visible_to_them() => None.Of(Unasked().Except(Listed(), StringComparer.Ordinal));

    [Fact]
    public void Every_member_that_asks_otherwise_is_still_there() => None.Of(Listed().Except(Unasked(), StringComparer.Ordinal));

    [Fact]
    public void Every_table_that_is_nobodys_is_still_there() => None.Of(NobodysTables.Except(Entities(), StringComparer.Ordinal));

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

    private static IEnumerable<string> Listed() => Otherwise.Values.SelectMany(members => members);

    // Each member by itself: what one asks says nothing of its neighbour.
    private static IEnumerable<string> Unasked()
    {
        var tables = Tables();
        return
            from file in Files()
            where Told().IsMatch(file.Text)
            from member in Members(Accessors().Replace(file.Text, ""))
            where tables.IsMatch(member) && !Asked().IsMatch(member)
            select $"{file.Name}.{NameOf(member)}";
    }

    // A member begins at the one indent of a class; what is deeper is its own.
    private static IEnumerable<string> Members(string text)
    {
        var lines = text.Split('\n');
        var begins = Enumerable.Range(0, lines.Length).Where(at => Begins().IsMatch(lines[at])).ToList();
        return begins.Zip(begins.Skip(1).Append(lines.Length), (start, end) => string.Join('\n', lines[start..end]));
    }

    private static string NameOf(string member) => Names().Match(member).Groups["name"].Value;

    // Every table but those of nobody, by the name under which it is read or by its type.
    private static Regex Tables()
    {
        var somebodys = Entities().Except(NobodysTables, StringComparer.Ordinal).ToList();
        var read = Files().SelectMany(file => Sets().Matches(file.Text)).Where(set => somebodys.Contains(set.Groups["row"].Value, StringComparer.Ordinal)).Select(set => set.Groups["set"].Value);
        return new Regex($@"\b[dD]b\.({string.Join('|', read)})\b|\bSet<({string.Join('|', somebodys)})>\(\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
    }

    private static IEnumerable<string> Entities() => Files().SelectMany(file => Configured().Matches(file.Text)).Select(entity => entity.Groups["row"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> Files() =>
        Rooms.SelectMany(room => Source.Files("src/" + room, "*.cs")).Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    [GeneratedRegex(@"IEntityTypeConfiguration<(?<row>\w+)>", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Configured();

    [GeneratedRegex(@"DbSet<(?<row>\w+)> (?<set>\w+) =>", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Sets();

    [GeneratedRegex(@"DbSet<\w+> \w+ => db\.Set<\w+>\(\)", RegexOptions.None, 5_000)]
    private static partial Regex Accessors();

    [GeneratedRegex(@"^    (?!where )[^\s{}/\[#]", RegexOptions.None, 5_000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\b(?<name>[A-Z]\w*)(<[^>(]*>)?\(|(?<name>\w+) (=>|=|\{)|\b(?<name>extension)\(", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Names();

    // Rows that the reader may know of, of people those with whom they may know of a contact; or whether they may know of one that is in hand.
    [GeneratedRegex(@"\b(VisibleTo|KnownTo|CountedFor|MayKnow)\(", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Asked();

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
