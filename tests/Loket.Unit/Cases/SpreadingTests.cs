using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using NodaTime;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class SpreadingTests
{
    private const int Full = 36 * 60;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 3, 9, 0);
    private static readonly StaffId Ada = Ids.New<StaffId>(), Ben = Ids.New<StaffId>(), Cor = Ids.New<StaffId>();

    [Fact]
    public void Who_has_the_fewest_gets_the_next_until_all_have_as_much()
    {
        var given = Spread(5, [Person(Ada, open: 4), Person(Ben, open: 1), Person(Cor, open: 2)]);

        Assert.Equal([Ben, Cor, Ben, Cor, Ben], given);
    }

    [Fact]
    public void Who_works_half_the_hours_gets_half_as_much()
    {
        var given = Spread(6, [Person(Ada), Person(Ben) with { MinutesAWeek = Full / 2 }]);

        Assert.Equal((4, 2), (given.Count(one => one == Ada), given.Count(one => one == Ben)));
    }

    [Fact]
    public void Of_equals_whoever_was_given_none_for_longest_is_first()
    {
        var people = new[] { Person(Ada) with { LastGivenAt = Now - Duration.FromHours(1) }, Person(Ben) with { LastGivenAt = Now - Duration.FromHours(2) }, Person(Cor) };

        Assert.Equal([Cor, Ben, Ada, Cor], Spread(4, people));
    }

    [Fact]
    public void Who_is_away_is_replaced_by_the_nearest_deputy_who_is_there_and_nobody_else_is()
    {
        SpreadPerson[] people =
        [
            Person(Ada) with { Availability = Availability.Away, Deputies = [Ben, Cor] }, Person(Ben) with { Availability = Availability.Away }, Person(Cor),
        ];

        Assert.Equal([Cor, Cor], Spread(2, people, team: [Ada]));
        Assert.Equal([Ada, Ada], Spread(2, [Person(Ada) with { Deputies = [Cor] }, Person(Cor)], team: [Ada]));
    }

    [Fact]
    public void Who_works_now_goes_before_who_does_not_and_in_the_evening_all_count()
    {
        var off = Person(Ada) with { Availability = Availability.OffHours };

        Assert.Equal([Ben, Ben], Spread(2, [off, Person(Ben, open: 9) with { Availability = Availability.Busy }]));
        Assert.Equal([Ada], Spread(1, [off, Person(Ben, open: 9) with { Availability = Availability.OffHours }]));
    }

    [Fact]
    public void Who_is_busy_gets_some_only_where_nobody_else_works_now()
    {
        var busy = Person(Ada) with { Availability = Availability.Busy };

        Assert.Equal([Ben, Ben], Spread(2, [busy, Person(Ben, open: 9)]));
        Assert.Equal([Ada, Ada], Spread(2, [busy, Person(Ben) with { Availability = Availability.OffHours }]));
    }

    [Fact]
    public void A_secret_goes_to_its_people_alone_and_to_nobody_where_there_are_none()
    {
        SpreadPerson[] people = [Person(Ada), Person(Ben, open: 9) with { Groups = ["debt"] }];

        Assert.Equal([Ben], Spread(1, people, group: "debt"));
        Assert.Empty(Spread(1, people, group: "youth"));
        // Who is there but may not know has no deputy for it: only who is away has.
        Assert.Empty(Spread(1, [Person(Ada) with { Deputies = [Ben] }, people[1]], team: [Ada], group: "debt"));
    }

    [Fact]
    public void What_lies_outside_somebodys_bounds_goes_to_another_or_to_nobody()
    {
        var north = Bounds.Of(new Bound(["north"], ["report"]), [], false);
        SpreadPerson[] people = [Person(Ada) with { Bounds = north }, Person(Ben, open: 9)];
        SpreadCase[] cases = [new(Ids.New<CaseId>(), null, "north", "report"), new(Ids.New<CaseId>(), null, "south", "report"), new(Ids.New<CaseId>(), null, "north", "permit"), new(Ids.New<CaseId>(), null)];

        var given = Spreading.Of(cases, [Ada, Ben], people, Now);

        Assert.Equal([Ada, Ben, Ben, Ben], cases.Select(one => given[one.Id]));
        Assert.Equal([cases[0].Id], Spreading.Of(cases, [Ada], people, Now).Keys);
    }

    [Fact]
    public void Where_everybody_is_away_nobody_gets_anything() => Assert.Empty(Spread(3, [Person(Ada) with { Availability = Availability.Away }, Person(Ben) with { Availability = Availability.Gone }]));

    [Fact]
    public void The_same_question_gives_the_same_answer()
    {
        SpreadPerson[] people = [Person(Ada), Person(Ben), Person(Cor)];

        Assert.Equal(Spread(7, people), Spread(7, [.. people.AsEnumerable().Reverse()]));
    }

    private static SpreadPerson Person(StaffId id, int open = 0) => new(id, Availability.Present, Full, open, null, [], []);

    // Who gets each, in the order of the cases; what nobody gets is left out.
    private static IReadOnlyList<StaffId> Spread(int number, IReadOnlyCollection<SpreadPerson> people, IReadOnlyCollection<StaffId>? team = null, string? group = null)
    {
        var cases = Enumerable.Range(0, number).Select(_ => new SpreadCase(Ids.New<CaseId>(), group)).ToList();
        var given = Spreading.Of(cases, team ?? [.. people.Select(person => person.Id)], people, Now);
        return [.. cases.Where(one => given.ContainsKey(one.Id)).Select(one => given[one.Id])];
    }
}
