using Loket.Demo.Town;
using NodaTime;
using PhoneNumbers;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class CaseGeneratorTests
{
    private const int Cases = 3_000;
    private static readonly Instant Until = Instant.FromUtc(2026, 6, 15, 10, 0);
    private static readonly DemoTown Town = DemoTown.Build(seed: 1);
    private static readonly IReadOnlyList<Story> Stories = [.. new CaseGenerator(Town, Cases, Until).Stories()];
    private static readonly IReadOnlyList<Story> Reports = [.. Stories.Where(story => story is { Name: null, Case: not null, Category.IsReport: true })];
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    [Fact]
    public void There_are_as_many_cases_as_asked_for_and_nearly_as_many_answers_on_the_spot()
    {
        Assert.Equal(Cases, Stories.Count(story => story is { Name: null, Case: not null }));
        Assert.InRange(Stories.Count(story => story.Case is null), Cases * 0.8, Cases);
        Assert.Equal(17, new CaseGenerator(Town, 17, Until).Invented().Count(story => story.Case is not null));
        Assert.Empty(new CaseGenerator(Town, 0, Until).Invented());
    }

    [Fact]
    public void The_same_seed_tells_the_same_stories_and_another_seed_others()
    {
        Assert.Equal(Stories.Take(300).Select(Told), new CaseGenerator(DemoTown.Build(seed: 1), Cases, Until).Stories().Take(300).Select(Told));
        Assert.NotEqual(Stories.Take(300).Select(Told), new CaseGenerator(DemoTown.Build(seed: 2), Cases, Until).Stories().Take(300).Select(Told));
    }

    [Fact]
    public void A_million_cases_begin_at_once_because_they_are_told_one_by_one()
    {
        Assert.Equal(20, new CaseGenerator(Town, 1_000_000, Until).Stories().Take(20).Count());
    }

    [Fact]
    public void Stories_come_in_order_of_time_within_three_months()
    {
        AssertInOrder(Stories.Select(story => story.At));
        Assert.All(Stories, story =>
        {
            AssertInOrder(story.Contacts.Select(contact => contact.At));
            AssertInOrder(story.Events.Select(each => each.At));
            Assert.All(story.Contacts, contact => Assert.InRange(contact.At, Until - Duration.FromDays(92), Until));
            Assert.All(story.Events, each => Assert.InRange(each.At, story.At, Until));
        });
    }

    [Fact]
    public void Every_case_is_opened_placed_and_ends_as_it_says()
    {
        Assert.All(Stories.Where(story => story.Case is not null), story =>
        {
            Assert.Equal(StoryEventKind.Opened, story.Events[0].Kind);
            Assert.Contains(story.Events, each => each.Kind is StoryEventKind.Placed or StoryEventKind.HandedOver || each.At == Until);
            Assert.Equal(story.Contacts.Count - 1, story.Events.Count(each => each.Kind is StoryEventKind.Joined));
            var last = story.Events.LastOrDefault(each => each.Kind is StoryEventKind.Closed or StoryEventKind.Reopened);
            Assert.Equal(story.Case!.End is not CaseEnd.Open, last?.Kind is StoryEventKind.Closed);
            Assert.Equal(story.Case.End is CaseEnd.Open, story.Case.ClosedAt is null);
            if (last?.Kind is StoryEventKind.Closed) Assert.Equal(story.Case.End is CaseEnd.Solved, last.IsSolved);
        });
        Assert.All(Stories.Where(story => story.Case is null), story => Assert.Single(story.Events));
    }

    [Fact]
    public void A_term_starts_again_after_it_stood_still_and_before_the_case_is_closed()
    {
        var still = Stories.Where(story => story.Events.Any(each => each.Kind is StoryEventKind.Suspended)).Select(story => story.Events.ToList()).ToList();
        Assert.NotEmpty(still);
        Assert.All(still, events =>
        {
            var closed = events.FindIndex(each => each.Kind is StoryEventKind.Closed) is >= 0 and var at ? at : events.Count;
            var suspended = events.FindIndex(each => each.Kind is StoryEventKind.Suspended);
            var resumed = events.FindIndex(each => each.Kind is StoryEventKind.Resumed);
            Assert.InRange(suspended, 0, closed - 1);
            if (resumed >= 0) Assert.InRange(resumed, suspended + 1, closed - 1);
        });
    }

    [Fact]
    public void Most_norms_are_met_some_cases_are_late_and_some_still_open()
    {
        var cases = Reports.Select(story => story.Case!).ToList();
        Assert.InRange(Share(cases, each => each.ClosedAt is not null && each.IsLate(Until)), 8, 25);
        Assert.InRange(Share(cases, each => each.End is CaseEnd.Open), 3, 15);
        Assert.InRange(Share(cases, each => each.End is CaseEnd.ClosedUnsolved), 4, 20);
        Assert.Contains(Stories, story => story.Events.Any(each => each.Kind is StoryEventKind.Chased));
        Assert.Contains(Stories, story => story.Events.Any(each => each.Kind is StoryEventKind.Refused));
        Assert.Contains(Stories, story => story.Events.Any(each => each.Kind is StoryEventKind.Reopened));
        Assert.Contains(Stories, story => story.Case is { StartedInTriage: true });
    }

    [Fact]
    public void Repeats_are_as_many_as_were_measured_on_real_reports()
    {
        var (all, within5, within30) = (0, 0, 0);
        foreach (var (contact, story) in Reports.SelectMany(story => story.Contacts.Where((contact, i) => i == 0 || contact.By != story.Contacts[0].By), (story, contact) => (contact, story)))
        {
            var nearest = Reports.Where(other => other.Category == story.Category && other.At < contact.At && (other.Case!.ClosedAt ?? Until) > contact.At)
                .Select(other => other.Contacts[0].Place!.Spot.MetresTo(contact.Place!.Spot)).DefaultIfEmpty(double.MaxValue).Min();
            all++;
            if (nearest <= 5) within5++;
            if (nearest <= 30) within30++;
        }

        Assert.InRange(100.0 * within5 / all, 1.5, 4.5);     // measured: 2.4
        Assert.InRange(100.0 * within30 / all, 5, 9.5);      // measured: 6.6
    }

    [Fact]
    public void Most_who_come_again_do_so_after_ten_days_up_to_78()
    {
        var days = Reports.SelectMany(story => story.Contacts.Skip(1), (story, contact) => (contact.At - story.At).TotalDays).ToList();
        Assert.InRange(Share(days, each => each > 10), 50, 85);   // measured: 16 of 21
        Assert.True(days.Max() < 79.5);
    }

    [Fact]
    public void Nearly_half_of_the_lamps_have_another_one_out_nearby_as_in_a_grid_fault()
    {
        var lamps = Reports.Where(story => story.Category!.Key == "street-light").Select(story => (story.At, Lamp: story.Contacts[0].Place!.Asset!)).ToList();
        var near = Share(lamps, lamp => lamps.Exists(other => other.Lamp != lamp.Lamp
            && other.Lamp.Place.MetresTo(lamp.Lamp.Place) is >= 8 and <= 150 && Math.Abs((other.At - lamp.At).TotalDays) <= 14));
        Assert.InRange(near, 38, 56);   // measured: 46
    }

    [Fact]
    public void People_come_through_every_channel_mostly_by_phone_and_call_in_office_hours()
    {
        var contacts = Stories.Where(story => story.Name is null).SelectMany(story => story.Contacts).ToList();
        Assert.InRange(Share(contacts, contact => contact.Channel is Channel.Phone), 38, 50);
        Assert.InRange(Share(contacts, contact => contact.Channel is Channel.Web), 20, 32);
        Assert.All(Enum.GetValues<Channel>(), channel => Assert.InRange(Share(contacts, contact => contact.Channel == channel), 1.5, 50));

        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var calls = Stories.Where(story => story is { Name: null, Case.IsDanger: false }).SelectMany(story => story.Contacts).Where(contact => contact.Channel is Channel.Phone);
        Assert.All(calls, contact => Assert.InRange(contact.At.InZone(zone).Hour, 9, 16));
    }

    [Fact]
    public void Danger_at_night_pages_somebody_who_answers()
    {
        var paged = Stories.Where(story => story.Events.Any(each => each.Kind is StoryEventKind.Paged)).ToList();
        Assert.NotEmpty(paged);
        Assert.All(paged, story => Assert.True(story.Case!.IsDanger));
        Assert.InRange(paged.Count(story => story.Events.All(each => each.Kind is not StoryEventKind.Acknowledged)), 0, 1);   // at most the one of this moment
        Assert.All(Reports.Where(story => story.Case!.IsDanger && !story.Category!.IsDanger && story.Contacts[0].Language == "nl"),
            story => Assert.Contains(story.Category!.DangerWords, word => story.Contacts[0].Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Nobody_who_asks_for_care_is_put_on_a_map()
    {
        Assert.All(Stories.Where(story => story.Confidentiality is Confidentiality.Sensitive), story => Assert.All(story.Contacts, contact => Assert.Null(contact.Place)));
        Assert.All(Reports, story => Assert.All(story.Contacts, contact => Assert.NotNull(contact.Place)));
        Assert.Contains(Stories, story => story.Confidentiality is Confidentiality.Sensitive && story.Case is not null);
    }

    [Fact]
    public void Texts_are_whole_and_nobody_can_be_reached_outside_the_demo()
    {
        Assert.All(Stories.SelectMany(story => story.Contacts), contact =>
        {
            Assert.NotEmpty(contact.Text);
            Assert.NotEmpty(contact.Subject);
            Assert.DoesNotContain("{", contact.Text + contact.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", contact.Text, StringComparison.Ordinal);
            Assert.True(contact.By?.Email?.EndsWith(".example", StringComparison.Ordinal) ?? true);
            if (contact.By?.Phone is { } phone) Assert.True(Phones.IsValidNumber(Phones.Parse(phone, "NL")), phone);
        });
        var written = Stories.Where(story => story.Case is not null).Select(story => story.Contacts[0].Text).ToList();
        Assert.True(written.Distinct().Count() > written.Count * 0.95);
    }

    [Fact]
    public void A_reminder_comes_from_the_same_person_and_a_phone_number_can_belong_to_two()
    {
        Assert.Contains(Reports, story => story.Contacts.Count > 1 && story.Contacts[1].By is { } by && by == story.Contacts[0].By);
        Assert.Contains(Stories.SelectMany(story => story.Contacts).Where(contact => contact.By?.Phone is not null).GroupBy(contact => contact.By!.Phone),
            phone => phone.Select(contact => contact.By!.Number).Distinct().Count() > 1);
    }

    [Fact]
    public void Formal_papers_say_what_they_are()
    {
        var papers = Stories.Where(story => story is { Name: null, Paper: not null }).ToList();
        Assert.InRange(Share(Stories, story => story.Paper is not null), 0.4, 2);
        Assert.All(papers, story =>
        {
            Assert.Single(story.Contacts);
            Assert.Contains(story.Paper!.RecognisedBy, word => story.Contacts[0].Text.Contains(word, StringComparison.OrdinalIgnoreCase));
        });
    }

    internal static string Told(Story story) => string.Join('|',
        story.Contacts.Select(contact => $"{contact.At} {contact.Channel} {contact.By?.Number} {contact.Text} {contact.Place?.Spot} {contact.TakenBy}")
            .Concat(story.Events.Select(each => $"{each.At} {each.Kind} {each.Party} {each.Text}")).Append($"{story.Case?.Deadline} {story.Case?.End}"));

    private static void AssertInOrder(IEnumerable<Instant> moments)
    {
        var all = moments.ToList();
        Assert.Equal(all.Order(), all);
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> isSo) => 100.0 * all.Count(isSo) / all.Count;
}
