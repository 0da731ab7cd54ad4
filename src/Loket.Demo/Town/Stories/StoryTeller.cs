using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Tells one story at a time: who came, with what, about which place, and what became of it.</summary>
internal sealed class StoryTeller
{
    private const double FormalPercent = 1.6;
    private const double NotYetKnownPercent = 3;
    private const double DangerPercent = 2;
    private const double NextLampPercent = 5;
    private const double RegularPercent = 10;
    private static readonly Weighted<Phrases> ForCases = new(Phrases.All, phrases => phrases.Cases);
    private static readonly Weighted<Phrases> ForDirect = new(Phrases.All, phrases => phrases.Direct);
    private static readonly Dictionary<string, Matter[]> Answerable = Phrases.All.ToDictionary(phrases => phrases.Category, phrases => phrases.Matters.Where(matter => matter.Answers.Count > 0).ToArray(), StringComparer.Ordinal);
    private static readonly Weighted<Phrases> ForNight = new(Phrases.All.Where(phrases => Categories.Of(phrases.Category).IsDanger), phrases => phrases.Cases);
    private static readonly Weighted<PaperPhrases> ForPapers = new(PaperPhrases.All, phrases => phrases.Cases);

    private readonly Instant _until;
    private readonly WorkDays _work;
    private readonly Rhythm _rhythm;
    private readonly PlaceSource _places;
    private readonly CustomerSource _customers;
    private readonly StaffPicker _staff;
    private readonly CaseCourse _course;
    private readonly FormalCourse _formalCourse;
    private readonly RecentLamps _recent = new();
    private readonly int _regulars;
    private readonly int _others;

    public StoryTeller(DemoTown town, int count, Instant until, int days)
    {
        var start = Instant.FromUnixTimeSeconds((until - Duration.FromDays(days)).ToUnixTimeSeconds() / 3_600 * 3_600);
        _until = until;
        _work = new(WorkDays.DayOf(start).PlusDays(-7), WorkDays.DayOf(until).PlusDays(600));
        _rhythm = new(start, until);
        _places = new(town.Plan, KnownStories.KeptFeeders);
        _customers = new(town.Seed, new Homes(town.Plan));
        _staff = new(town.Staff);
        _course = new(_work, _staff, until);
        _formalCourse = new(_work, until);
        (_regulars, _others) = (Math.Max(20, count / 40), Math.Max(200, count * 3 / 2));
    }

    /// <param name="share">0 to 1: how many of all contacts came before.</param>
    public Story AnsweredDirectly(double share, Dice dice)
    {
        var phrases = ForDirect.Pick(dice);
        var category = Categories.Of(phrases.Category);
        var at = _rhythm.At(share);
        var channel = _rhythm.ChannelAt(at, dice);
        if (channel is Channel.Phone && !IsOfficeHour(at)) channel = Channel.Web;
        var by = Someone(dice);
        var matter = MatterFor(by, channel, category, Answerable[category.Key], dice);
        var place = category.IsReport ? _places.Near(by.Home, category, dice) : null;
        var contact = First(new(phrases, category, matter, IsDanger: false), at, channel, by, place, dice);

        var answered = Wording.IsWritten(channel) ? _work.After(at, dice.Fraction(0.1, 0.9)) : at + Duration.FromMinutes(dice.Between(2, 14));
        var isForwarded = category.Key is "other-road" or "aircraft-noise" or "water";
        var outcome = new StoryEvent(
            Instant.Min(answered, _until - Duration.FromSeconds(1)), isForwarded ? StoryEventKind.Forwarded : StoryEventKind.AnsweredDirectly,
            isForwarded ? category.Owner : contact.TakenBy, dice.Pick(matter.Answers), Contact: 0);
        return new(Name: null, category, Paper: null, [contact], Case: null, [outcome]);
    }

    public Story WithCase(double share, Dice dice)
    {
        var at = _rhythm.At(share);
        var channel = _rhythm.ChannelAt(at, dice);
        var isNightCall = channel is Channel.Phone && !IsOfficeHour(at);
        if (!isNightCall && dice.Percent(FormalPercent)) return Formal(at, dice);

        var phrases = isNightCall ? ForNight.Pick(dice) : ForCases.Pick(dice);
        var category = Categories.Of(phrases.Category);
        var by = Someone(dice);
        var place = PlaceOf(category, by, at, dice);
        var isDanger = category.IsDanger || (phrases.Danger is not null && dice.Percent(DangerPercent));
        var isAnonymous = category.IsReport ? dice.Percent(11) : category.Key is "fraud" or "youth-talk" && dice.Percent(60);

        var about = new About(phrases, category, MatterFor(by, channel, category, phrases.Matters, dice), isDanger);
        List<StoryContact> contacts = [First(about, at, channel, isAnonymous ? null : by, place, dice)];
        foreach (var repeat in Repeats.Of(at, category.IsReport && !isDanger, !isAnonymous && !isDanger, _until - Duration.FromHours(1), dice))
            contacts.Add(Again(about, repeat, at, by, isAnonymous, place, dice));
        contacts.Sort((one, other) => one.At.CompareTo(other.At));

        var brief = new CaseCourse.Brief(
            contacts[0].Subject, OwnerOf(category, place, by, dice), category.Norm, isDanger,
            StartsInTriage: !isDanger && dice.Percent(NotYetKnownPercent), about.Matter.Solved, about.Matter.Unsolved, category.Key is "street-light");
        var (@case, events) = _course.Of(brief, at, [.. contacts.Skip(1).Select(contact => contact.At)], dice);
        return new(Name: null, category, Paper: null, contacts, @case, events);
    }

    private Story Formal(Instant at, Dice dice)
    {
        var phrases = ForPapers.Pick(dice);
        var paper = FormalPapers.Of(phrases.Paper);
        var channel = IsOfficeHour(at) && dice.Percent(50) ? Channel.Letter : dice.Percent(60) ? Channel.Email : Channel.Web;
        var by = Someone(dice);
        var (takenBy, desk) = _staff.For(channel, by.Home.Street.Village, dice);
        var subject = dice.Pick(phrases.Subjects);
        var text = Wording.Dress(dice.Pick(phrases.Texts), channel, by, at, isReport: false, dice);
        var (@case, events) = _formalCourse.Of(paper, phrases, subject, at, dice);
        return new(Name: null, Category: null, paper, [new(at, channel, by, subject, text, "nl", Place: null, takenBy, desk)], @case, events);
    }

    private StoryContact First(About about, Instant at, Channel channel, Customer? by, StoryPlace? place, Dice dice)
    {
        var village = place?.Street.Village ?? by?.Home.Street.Village ?? Desk.All[0].Village;
        var language = IsInEnglish(by, channel, about.Category) && about.Matter.English.Count > 0 && !about.IsDanger ? "en" : "nl";
        var told = new Wording.Told(about.Phrases, about.Matter, language, place, Areas.VillageOf(village).Name, about.IsDanger && !about.Category.IsDanger);
        var (subject, text) = Wording.First(told, channel, by, at, dice);
        var (takenBy, desk) = _staff.For(channel, village, dice);
        return new(at, channel, by, subject, text, language, place, takenBy, desk);
    }

    private StoryContact Again(About about, Repeats.Repeat repeat, Instant opened, Customer first, bool firstWasAnonymous, StoryPlace? place, Dice dice)
    {
        var by = repeat.Who switch
        {
            Repeats.Who.SamePerson => first,
            Repeats.Who.Household => _customers.Of(first.Number + Homes.Count),
            _ => _customers.Of(Homes.Neighbour(first.Number, dice.Between(1, 6))),
        };
        var at = _rhythm.OnDayOf(repeat.At, dice) is var there && there > opened && there < _until ? there : repeat.At;
        var channel = _rhythm.ChannelAt(at, dice);
        if (channel is not (Channel.Web or Channel.Email) && !IsOfficeHour(at)) channel = Channel.Web;
        if (!repeat.IsReminder)
        {
            var told = place is null ? null : repeat.IsSamePlace ? PlaceSource.ToldAgain(place, dice) : PlaceSource.Beside(place, dice);
            return First(about, at, channel, repeat.Who is Repeats.Who.SamePerson && firstWasAnonymous ? null : by, told, dice);
        }

        var (subject, text) = Wording.Again(channel, by, at, dice);
        var (takenBy, desk) = _staff.For(channel, by.Home.Street.Village, dice);
        return new(at, channel, by, subject, text, Wording.IsWritten(channel) ? by.Language : "nl", place, takenBy, desk);
    }

    private static bool IsInEnglish(Customer? by, Channel channel, Category category) =>
        by is { Language: "en" } && Wording.IsWritten(channel) && category.Confidentiality is not Confidentiality.Sensitive;

    // Who writes in English has one of the matters that have English words, if there are any.
    private static Matter MatterFor(Customer by, Channel channel, Category category, IReadOnlyList<Matter> matters, Dice dice)
    {
        var matter = dice.Pick(matters);
        return IsInEnglish(by, channel, category) ? matters.FirstOrDefault(each => each.English.Count > 0) ?? matter : matter;
    }

    private readonly record struct About(Phrases Phrases, Category Category, Matter Matter, bool IsDanger);

    private StoryPlace? PlaceOf(Category category, Customer by, Instant at, Dice dice)
    {
        if (!category.IsReport && category.Key is not ("idea" or "building-plan")) return null;

        if (category.Key is "street-light" && dice.Percent(NextLampPercent) && _recent.Pick(at, dice) is { } earlier && _places.NextOnFeeder(earlier, dice) is { } next)
        {
            _recent.Add(at, next);
            return _places.On(next, dice);
        }

        var place = _places.Near(by.Home, category, dice);
        if (category.Key is "street-light") _recent.Add(at, place.Asset!);
        return place;
    }

    private static string OwnerOf(Category category, StoryPlace? place, Customer by, Dice dice) => category.Key switch
    {
        "street-light" or "street-light-danger" => place!.Asset!.Maintainer,
        "idea" when Areas.VillageOf(by.Home.Street.Village).HasVillageCouncil && dice.Percent(45) => PartnerKeys.VillageCouncil(by.Home.Street.Village),
        _ => category.Owner,
    };

    private Customer Someone(Dice dice) => _customers.Of(dice.Percent(RegularPercent) ? dice.Below(_regulars) : _regulars + dice.Below(_others));

    private bool IsOfficeHour(Instant at) => _work.IsWorking(at);
}
