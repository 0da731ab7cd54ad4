using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What happens in the stories about cases, told in few words.</summary>
internal static class Calls
{
    public static readonly Place Lamp = new() { Address = "Nieuwemeerdijk 12", Area = "nieuwemeer", Asset = "118-042", X = 115_000, Y = 484_000 };

    /// <summary>A Tuesday without holidays near, at an hour of the day.</summary>
    public static void SetTo(this Town town, int hour) => town.Tenant.Clock.SetTo(
        new LocalDateTime(2026, 3, 3, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant());

    /// <summary>It is this moment in the Netherlands; what fell due in between is done now.</summary>
    public static Task At(this Town town, LocalDateTime local)
    {
        town.Tenant.Clock.SetTo(local.InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant());
        return town.RunJobs();
    }

    public static async Task<MatterReceipt> Receives(this Town town, Actor agent, NewMatter matter, MatterEnding ending, CustomerDetails? who = null, MessageChannel? replyBy = null)
    {
        var result = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, null, who ?? new CustomerDetails(), replyBy, [matter]), [ending], agent),
            TestContext.Current.CancellationToken));
        Assert.True(result.Succeeded, result.Failure?.Code);
        return result.Value.Matters[0];
    }

    public static async Task<CaseView> Sees(this Town town, Actor actor, string reference)
    {
        var result = await town.Use<OpenCase, Result<CaseView>>(open => open.Handle(reference, actor, "test", TestContext.Current.CancellationToken));
        Assert.True(result.Succeeded, result.Failure?.Code);
        return result.Value;
    }

    public static async Task<IReadOnlyList<Match>> Similar(this Town town, FindSimilar.Request request) =>
        (await town.Use<FindSimilar, SimilarCases>(similar => similar.Handle(request, TestContext.Current.CancellationToken))).Matches;

    public static Task<IReadOnlyList<MessageView>> MessagesOf(this Town town, Guid @case) =>
        town.Use<ReadMessages, IReadOnlyList<MessageView>>(read => read.OfCase(@case, Actor.System, 100, null, TestContext.Current.CancellationToken));
}
