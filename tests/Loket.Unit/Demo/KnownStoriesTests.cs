using Loket.Demo.Town;
using NodaTime;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class KnownStoriesTests
{
    private static readonly Instant Until = Instant.FromUtc(2026, 6, 15, 10, 0);
    private static readonly DemoTown Town = DemoTown.Build(seed: 1);

    private static Story The(string name) => KnownStories.All(Town, Until).Single(story => story.Name == name);

    [Fact]
    public void The_lamp_post_is_one_case_with_eleven_contacts_in_eight_weeks()
    {
        var story = The("lamp-post");

        Assert.Equal(11, story.Contacts.Count);
        Assert.Equal(7, story.Contacts.Count(contact => contact.Channel is Channel.Phone));
        Assert.Equal(3, story.Contacts.Count(contact => contact.Channel is Channel.Phone && contact.By!.Phone == story.Contacts[0].By!.Phone));
        Assert.Equal(2, story.Contacts.Count(contact => contact is { Channel: Channel.Web, Place.Told: PlaceTold.AssetNumber }));
        Assert.Equal(1, story.Contacts.Count(contact => contact is { Channel: Channel.Web, Place.Told: PlaceTold.Street }));
        Assert.Equal(1, story.Contacts.Count(contact => contact.Channel is Channel.Email));
        Assert.All(story.Contacts, contact => Assert.Equal(KnownLamps.Broken, contact.Place!.Asset!.Number));
        Assert.InRange((story.Contacts[^1].At - story.At).TotalDays, 49, 56);
        Assert.Equal(CaseEnd.Solved, story.Case!.End);
    }

    [Fact]
    public void The_fourth_contact_is_followed_by_the_right_owner_who_is_chased_once()
    {
        var story = The("lamp-post");
        var handover = story.Events.Single(each => each.Kind is StoryEventKind.HandedOver && each.Party == PartnerKeys.GridOperator);

        Assert.InRange(handover.At, story.Contacts[3].At, story.Contacts[4].At);
        Assert.Single(story.Events, each => each.Kind is StoryEventKind.Chased);
        Assert.Single(story.Events, each => each.Kind is StoryEventKind.Escalated);
        Assert.Single(story.Events, each => each.Kind is StoryEventKind.Accepted && each.Party == PartnerKeys.GridOperator && each.Planned is not null);
    }

    [Fact]
    public void Who_reports_the_lamp_today_gets_a_new_case()
    {
        Assert.True(Until - The("lamp-post").Case!.ClosedAt > Duration.FromDays(30));
        var invented = new CaseGenerator(Town, 2_000, Until).Invented().SelectMany(story => story.Contacts);
        Assert.DoesNotContain(invented, contact => contact.Place?.Asset is { Kind: AssetKind.Lamp, Feeder: "118-K4" });
    }

    [Fact]
    public void The_next_lamp_and_the_open_hatch_are_cases_of_their_own()
    {
        Assert.Equal(KnownLamps.Next, The("next-lamp").Contacts[0].Place!.Asset!.Number);
        Assert.Equal(KnownLamps.Broken, The("open-hatch").Contacts[0].Place!.Asset!.Number);
        Assert.True(The("open-hatch").Case!.IsDanger);
        Assert.Contains(The("open-hatch").Events, each => each.Kind is StoryEventKind.Acknowledged);
    }

    [Fact]
    public void A_grid_fault_is_there_to_be_noticed()
    {
        var lamps = KnownStories.All(Town, Until).Where(story => story.Name!.StartsWith("grid-fault", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, lamps.Count);
        Assert.Single(lamps.Select(story => story.Contacts[0].Place!.Asset!.Feeder).Distinct());
        Assert.Equal(4, lamps.Select(story => story.Contacts[0].Place!.Asset!.Number).Distinct().Count());
        Assert.All(lamps, story => Assert.Equal(CaseEnd.Open, story.Case!.End));
    }

    [Fact]
    public void Two_refusals_lead_to_triage_and_a_late_objection_to_a_notice_of_default()
    {
        var refusals = The("tree-of-nobody").Events.Where(each => each.Kind is StoryEventKind.Refused).ToList();
        Assert.Equal(2, refusals.Select(each => each.Party).Distinct().Count());
        Assert.Contains(The("tree-of-nobody").Events, each => each is { Kind: StoryEventKind.Placed, Party: TeamKeys.Triage } && each.At >= refusals[^1].At);

        Assert.True(The("objection").Case!.IsLate(Until));
        Assert.False(The("notice-of-default").Case!.IsLate(Until));
        Assert.Equal(The("objection").Contacts[0].By, The("notice-of-default").Contacts[0].By);
    }

    [Theory]
    [InlineData(2026, 1, 1)]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    [InlineData(2027, 2, 28)]
    public void They_are_past_on_whatever_day_the_demo_starts(int year, int month, int day)
    {
        var until = Instant.FromUtc(year, month, day, 0, 30);
        Assert.All(KnownStories.All(Town, until), story =>
        {
            Assert.All(story.Contacts, contact => Assert.True(contact.At < until));
            Assert.All(story.Events, each => Assert.InRange(each.At, story.At, until));
        });
        Assert.Equal(400, new CaseGenerator(Town, 400, until).Stories().Count(story => story is { Name: null, Case: not null }));
    }
}
