using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Intake.Repeats;
using Loket.Kernel;
using NodaTime;
using Xunit;

namespace Loket.Unit.Intake;

public sealed class RepeatFinderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 10, 0);
    private static readonly ContactSketch Lamp = new("lamp 118-042 brandt niet", "lamp-out", "118-042", "Nieuwemeerdijk 12", "badhoevedorp", 110_000, 485_000, false, Now);
    private static readonly CaseSketch Standing = new(
        Ids.New<CaseId>(), "HLM-0000-0000", "Lantaarnpaal kapot", "lamp-out", "118-042", "Nieuwemeerdijk 12", "badhoevedorp", 110_000, 485_000, false,
        CaseStatus.WithPartner, Now - Duration.FromDays(70), Now - Duration.FromDays(70), null, false, 1, false, 30);

    [Fact]
    public void The_same_lamp_with_the_same_fault_is_certain_however_old()
    {
        var match = Assert.Single(RepeatFinder.Rank(Lamp, [Standing]));

        Assert.Equal((RepeatReason.SameObject, true), (match.Reason, match.Certain));
    }

    [Fact]
    public void Another_lamp_25_metres_away_is_another_lamp()
    {
        var other = Standing with { Asset = "118-043", X = 110_025 };

        Assert.Empty(RepeatFinder.Rank(Lamp, [other]));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Danger_on_either_side_is_never_joined_by_itself(bool contact, bool standing)
    {
        var match = Assert.Single(RepeatFinder.Rank(Lamp with { Danger = contact }, [Standing with { Danger = standing }]));

        Assert.False(match.Certain);
    }

    [Fact]
    public void Another_fault_on_the_same_lamp_is_suggested_at_most()
    {
        var match = Assert.Single(RepeatFinder.Rank(Lamp with { Category = "lamp-hatch-open", Subject = "luikje open" }, [Standing]));

        Assert.Equal((RepeatReason.SameObjectOtherSubject, false), (match.Reason, match.Certain));
        Assert.True(match.Score < 0.5);
    }

    [Fact]
    public void A_lamp_that_was_closed_within_the_window_is_reopened()
    {
        var closed = Standing with { Status = CaseStatus.Closed, ClosedAt = Now - Duration.FromDays(10), MayReopen = true };

        var match = Assert.Single(RepeatFinder.Rank(Lamp, [closed]));

        Assert.Equal((RepeatReason.SameObjectJustClosed, true), (match.Reason, match.Certain));
    }

    [Fact]
    public void A_lamp_that_was_closed_longer_ago_is_a_new_case()
    {
        var closed = Standing with { Status = CaseStatus.Closed, ClosedAt = Now - Duration.FromDays(40), MayReopen = false };

        Assert.Empty(RepeatFinder.Rank(Lamp, [closed]));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public void Without_an_object_the_radius_of_the_subject_counts(double metres, bool found)
    {
        var contact = Lamp with { Asset = null, Address = null, Area = null, X = 110_000 + metres };

        Assert.Equal(found, RepeatFinder.Rank(contact, [Standing]).Any(match => match.Reason == RepeatReason.Nearby));
    }

    [Fact]
    public void The_same_person_is_a_hint_that_grows_with_the_words()
    {
        var theirs = Standing with { Asset = null, Address = null, X = null, Y = null, SamePerson = true };
        var unplaced = Lamp with { Asset = null, Address = null, X = null, Y = null, Area = null };

        var alike = RepeatFinder.Rank(unplaced with { Subject = "lantaarnpaal nog steeds kapot" }, [theirs])[0];
        var unlike = RepeatFinder.Rank(unplaced with { Subject = "paspoort aanvragen", Category = "passport" }, [theirs])[0];

        Assert.Equal(RepeatReason.SamePerson, alike.Reason);
        Assert.True(alike.Score > unlike.Score);
        Assert.False(alike.Certain);
    }

    [Theory]
    [InlineData(true, null, false, true)]
    [InlineData(true, 10, true, true)]
    [InlineData(true, 40, false, false)]
    [InlineData(false, 10, true, true)]
    [InlineData(false, 40, false, false)]
    public void Of_the_same_person_only_what_can_still_be_joined_is_suggested(bool hasObject, int? closedDaysAgo, bool mayReopen, bool found)
    {
        var theirs = Standing with
        {
            Asset = hasObject ? "118-043" : null, SamePerson = true, Status = closedDaysAgo is null ? CaseStatus.InProgress : CaseStatus.Closed,
            ClosedAt = closedDaysAgo is { } days ? Now - Duration.FromDays(days) : null, MayReopen = mayReopen,
        };

        Assert.Equal(found, RepeatFinder.Rank(Lamp, [theirs]).Any(match => match.Reason == RepeatReason.SamePerson));
    }

    [Theory]
    [InlineData("paspoort aanvragen", "passport", true)]
    [InlineData("weer niet gekomen", null, true)]
    [InlineData(null, null, true)]
    [InlineData("weer niet gekomen", null, false)]
    public void What_stands_open_at_the_same_house_is_suggested_whatever_it_is_about_and_of_a_whole_street_not(string? subject, string? category, bool withNumber)
    {
        var address = withNumber ? "Kruisweg 12" : "Kruisweg";
        var open = Standing with { Asset = null, Category = "bulky-waste", Subject = "grofvuil niet opgehaald", Address = address, Area = "hoofddorp", X = null, Y = null };
        var contact = new ContactSketch(subject, category, null, address, "hoofddorp", null, null, false, Now);

        var found = RepeatFinder.Rank(contact, [open]);

        RepeatReason[] expected = withNumber ? [RepeatReason.SameAddress] : [];
        Assert.Equal(expected, found.Select(match => match.Reason));
        Assert.All(found, match => Assert.False(match.Certain));
        Assert.All(found, match => Assert.InRange(match.Score, 0.3, 0.5));
    }

    [Fact]
    public void At_the_same_house_the_same_subject_comes_first_and_what_is_equal_always_stands_in_the_same_order()
    {
        var other = Standing with { Asset = null, Category = "green", Subject = "heg te hoog", Address = "Kruisweg 12", X = null, Y = null };
        CaseSketch[] open = [other, other with { Id = Ids.New<CaseId>() }, other with { Id = Ids.New<CaseId>(), Category = "bulky-waste", Subject = "grofvuil" }];
        var contact = new ContactSketch("weer niet gekomen", "bulky-waste", null, "Kruisweg 12", null, null, null, false, Now);

        var found = RepeatFinder.Rank(contact, open).Select(match => match.Case.Id).ToList();

        Assert.Equal(open[2].Id, found[0]);
        Assert.Equal(found, RepeatFinder.Rank(contact, [open[2], open[1], open[0]]).Select(match => match.Case.Id));
    }

    [Fact]
    public void In_the_same_area_the_same_street_comes_first()
    {
        var elsewhere = Standing with { Id = Ids.New<CaseId>(), Asset = null, Address = "Kerkweg 3", X = null, Y = null };
        var here = Standing with { Asset = null, Address = "Nieuwemeerdijk 80", X = null, Y = null, LastContactAt = Now - Duration.FromDays(80) };
        var contact = Lamp with { Asset = null, Address = "Nieuwemeerdijk", X = null, Y = null };

        Assert.Equal([here.Id, elsewhere.Id], RepeatFinder.Rank(contact, [elsewhere, here]).Select(match => match.Case.Id));
    }

    [Fact]
    public void A_street_and_the_words_are_suggested_behind_an_object()
    {
        var byWords = Lamp with { Asset = null, Address = null, X = null, Y = null };
        var elsewhere = Standing with { Id = Ids.New<CaseId>(), Area = "hoofddorp" };

        var match = Assert.Single(RepeatFinder.Rank(byWords, [Standing, elsewhere]));

        Assert.Equal(RepeatReason.SameWords, match.Reason);
    }
}
