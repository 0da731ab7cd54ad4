using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Intake.Papers;
using Xunit;
using FormalPaper = Loket.Contacts.FormalPaper;

namespace Loket.Unit.Intake;

/// <summary>Formal papers by the words that people use for them (row A13).</summary>
public sealed class PaperWordsTests
{
    [Theory]
    [InlineData(FormalPaper.Objection, "Ik ben het niet eens met uw beslissing over mijn uitkering")]
    [InlineData(FormalPaper.Objection, "Met de boete ben ik het niet eens")]
    [InlineData(FormalPaper.Objection, "Hiermee teken ik bezwaar aan")]
    [InlineData(FormalPaper.Objection, "I object to your decision on my permit")]
    [InlineData(FormalPaper.Objection, "I disagree with the decision about the street light")]
    [InlineData(FormalPaper.Complaint, "Ik heb een klacht over jullie medewerker")]
    [InlineData(FormalPaper.Complaint, "Klacht over een ambtenaar van burgerzaken")]
    [InlineData(FormalPaper.Complaint, "Uw medewerker was onbeschoft tegen mijn moeder")]
    [InlineData(FormalPaper.Complaint, "Your employee was very rude on the phone")]
    [InlineData(FormalPaper.PrivacyRequest, "Ik wil weten welke gegevens u van mij heeft")]
    [InlineData(FormalPaper.PrivacyRequest, "Please delete my personal data")]
    [InlineData(FormalPaper.DamageClaim, "Wie betaalt de schade aan mijn auto?")]
    [InlineData(FormalPaper.DamageClaim, "I ask for compensation for the damage to my bike")]
    [InlineData(FormalPaper.InformationRequest, "Op grond van de Woo wil ik de stukken over de rondweg")]
    [InlineData(FormalPaper.InformationRequest, "Under the Open Government Act I ask for all documents")]
    [InlineData(FormalPaper.NoticeOfDefault, "U bent veel te laat met beslissen op mijn aanvraag")]
    [InlineData(null, "I have no objection to the tree in front of my house")]
    [InlineData(null, "Wij hebben geen bezwaar tegen het bankje")]
    [InlineData(null, "A complaint about the street light: it is dark")]
    [InlineData(null, "Klacht: de lantaarnpaal is kapot, medewerkers waren al eens hier")]
    [InlineData(null, "De wooncomplexen hebben geen licht")]
    [InlineData(null, "Kunt u mijn gegevens voor de afspraak bewaren?")]
    public void It_is_proposed_from_the_words_that_people_use(FormalPaper? paper, string words) => Assert.Equal(paper, PaperWords.Propose(words, null));

    [Fact]
    public void What_the_papers_of_the_demo_town_say_is_recognised_and_what_its_other_residents_say_is_none()
    {
        foreach (var (key, paper) in new Dictionary<string, FormalPaper>(StringComparer.Ordinal)
        {
            ["objection"] = FormalPaper.Objection, ["complaint"] = FormalPaper.Complaint, ["information-request"] = FormalPaper.InformationRequest,
            ["privacy-request"] = FormalPaper.PrivacyRequest, ["notice-of-default"] = FormalPaper.NoticeOfDefault, ["damage-claim"] = FormalPaper.DamageClaim,
        })
        {
            var said = PaperPhrases.All.Single(phrases => phrases.Paper == key);
            Assert.All(said.Subjects.SelectMany(_ => said.Texts, (subject, text) => (subject, text)), one => Assert.Equal((one, paper), (one, PaperWords.Propose(one.subject, one.text))));
        }

        var ordinary = Phrases.All.SelectMany(phrases => phrases.Matters
            .SelectMany(matter => (IEnumerable<string>)[.. matter.Subjects, .. matter.Texts, .. matter.Details, .. matter.English.Select(english => $"{english.Subject}\n{english.Text}")])).ToList();
        Assert.True(ordinary.Count > 500, "The list of what residents say is short.");
        Assert.DoesNotContain(ordinary, text => PaperWords.Propose(text, null) is not null);
    }
}
