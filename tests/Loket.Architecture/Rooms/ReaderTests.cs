using System.Reflection;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>Whatever reads contacts, matters, cases or messages is told who reads; default deny.</summary>
public sealed class ReaderTests
{
    private static readonly string[] Rooms = ["Loket.Contacts", "Loket.Cases", "Loket.Intake", "Loket.Messages"];

    // Without a reader, each for a reason that was looked at. A new line here is a decision.
    private static readonly Dictionary<string, string> WithoutReader = new(StringComparer.Ordinal)
    {
        ["CategoryList.All"] = "subjects, no cases", ["CategoryList.Types"] = "kinds of case, no cases",
        ["ProposeCategory.Handle"] = "subjects, no cases", ["ProposeCategory.OfObject"] = "subjects, no cases",
        ["RoutingRules.Try"] = "an imagined case", ["RoutingRules.Areas"] = "areas, no cases",
        ["MailServer.WhatIsWrong"] = "the mail server, no messages",
        ["ContactRegister.Add"] = "writes; gives back what was given", ["WriteToHandler.Handle"] = "writes; tells a participant who has shown to be one how the case stands",
        ["Outbox.LastTo"] = "when somebody was last written to, no message",
        ["Outbox.Queue"] = "writes; gives back the identity of a message", ["ContactCards.Recipients"] = "addresses for sending, and for sharing by rule",
        ["FollowedCases.Find"] = "behind a code or PIN, of kinds with nothing private in them", ["FollowedCases.Timeline"] = "behind a code or PIN, as above",
        ["FollowedCases.Promised"] = "what a resident is told on sending", ["Matters.PinHashes"] = "compared with, never shown",
        ["FollowedCases.Key"] = "which participant a code or PIN is for, before it is compared", ["Matters.IssuePin"] = "writes; gives back the PIN for printing",
        ["SmsGateway.Ask"] = "asks the gateway whether it is there, for doctor; reads nothing of ours",
        ["ReadWishes.Of"] = "behind a code or PIN, and behind WishesOfResident, which asks who reads",
        ["WriteFromFollow.Handle"] = "writes, behind such a ticket; gives back a reference", ["OpenFollow.Handle"] = "gives a ticket for a code or PIN", ["OpenFollowed.Handle"] = "behind that ticket",
        ["OpenHandover.Handle"] = "behind the signed link of a partner's person",
        ["FindDraft.Handle"] = "behind the browser's own secret", ["KeepAnswers.Handle"] = "behind the browser's own secret", ["SendDraft.Handle"] = "behind the browser's own secret",
    };

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

    private static bool GivesSomething(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GetGenericArguments()[0] is var given
        && given != typeof(Failure) && given != typeof(bool) && given != typeof(Result<Done>);

    // The reader itself, or a request that says by whom it is made.
    private static bool NamesReader(Type type) =>
        type == typeof(Actor) || (type.Namespace?.StartsWith("Loket", StringComparison.Ordinal) == true && type.GetProperties().Any(property => property.PropertyType == typeof(Actor)));

    private static bool IsSubscription(Type type, MethodInfo method) => method.Name == "Handle" && type.GetInterfaces().Any(one =>
        one.IsGenericType && (one.GetGenericTypeDefinition() == typeof(ISubscription<>) || one.GetGenericTypeDefinition() == typeof(IJobHandler<>)));
}
