using Loket.Demo.Playing;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace Loket.Demo.Scenarios;

/// <summary>The same broken cable: one resident, who hears of each step and so never has to ask again.</summary>
internal sealed class LampPostAsItShouldBe : IScenario
{
    // The contractor measures the cable on the Wednesday.
    private const double MostDays = 2;

    public string Name => "lamp-post-as-it-should-be";

    public string Tells => "one report about one lamp post, news at each step";

    public async Task<Played> Play(Stage stage, IProgress<string> progress, CancellationToken cancel)
    {
        var town = DemoTown.Build(TownFounder.Seed);
        var story = Tell(new StoryBook(town, LampPost.Until));
        var asItWas = KnownStories.All(town, LampPost.Until).Single(one => one.Name == "lamp-post");
        using var cast = await StoryCast.On(stage, story.At - Duration.FromDays(1), cancel);
        var player = new StoryPlayer(stage, cast, progress);
        await player.Play([story], cancel);

        var figures = await CaseFigures.Of(stage, player.Contacts, cancel);
        var news = figures.Messages.Values.Sum(channel => channel.Values.Sum());
        return new Played(
            new
            {
                figures.Cases, figures.Contacts, figures.People, News = news, figures.Messages, figures.Informed, figures.Handovers, figures.Chased,
                figures.EscalatedAtContact, figures.FirstRecognisedAtContact, figures.DaysToRightOwner, DaysToRightOwnerInLampPost = LampPost.DaysToRightOwner(asItWas), figures.Solved,
            },
            figures is { Cases: 1, Contacts: 1, People: 1, Handovers: 2, Chased: 0, DaysToRightOwner: <= MostDays, Solved: true, Informed: { Receipt: 1, Handover: 1, Repair: 1, ByOwnChannel: 1 } });
    }

    /// <summary>The story, for whoever plays it.</summary>
    internal static Story Tell(StoryBook book)
    {
        var lotte = book.Resident(2, new("Lotte", "van", "Veen", true), "Nieuwemeerdijk", "badhoevedorp", ReplyBy.Email, email: "lotte.vanveen@mail.example");
        return book.Tell("lamp-post-as-it-should-be", "street-light")
            .Contact(book.At(0, Monday, 16, 40), Channel.Web, lotte, "Lamp op de dijk uit", "Lantaarnpaal 118-042 brandt niet. Het is hier aardedonker.", book.Lamp(KnownLamps.Broken, PlaceTold.AssetNumber))
            .Then(book.At(0, Monday, 16, 40), StoryEventKind.HandedOver, PartnerKeys.StreetLightContractor)
            .Then(book.At(0, Tuesday, 9, 30), StoryEventKind.Accepted, PartnerKeys.StreetLightContractor, planned: book.Day(0, Wednesday))
            .Then(book.At(0, Wednesday, 10, 30), StoryEventKind.Progress, PartnerKeys.StreetLightContractor, "De lamp en de mast zijn goed. De oorzaak zit in de kabel. Die is van de netbeheerder.")
            .Then(book.At(0, Wednesday, 10, 45), StoryEventKind.HandedOver, PartnerKeys.GridOperator, "Kunt u de kabel bij lantaarnpaal 118-042 herstellen? De aannemer mat geen spanning.")
            .Then(book.At(0, Thursday, 9, 0), StoryEventKind.Accepted, PartnerKeys.GridOperator, planned: book.Day(2, Tuesday))
            .Then(book.At(1, Wednesday, 14, 0), StoryEventKind.Progress, PartnerKeys.GridOperator, "De vergunning om te graven is er. De datum blijft staan.", book.Day(2, Tuesday))
            .Then(book.At(2, Tuesday, 15, 0), StoryEventKind.ReportedDone, PartnerKeys.GridOperator, "Nieuwe aansluiting gemaakt. De lamp brandt.")
            .Closed(book.At(2, Tuesday, 15, 0), "De kabel is hersteld.")
            .End();
    }
}
