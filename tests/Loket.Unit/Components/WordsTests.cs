using Loket.Kernel;
using Loket.Web.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Xunit;

namespace Loket.Unit.Components;

public sealed class WordsTests
{
    private static readonly Failure TooLong = new("contact.subject-too-long", Field: "Subject", Arguments: 200);

    [Fact]
    public void Numbers_are_written_the_way_of_the_language()
    {
        Assert.Equal("Stap 2 van 6", Markup.Dutch["Steps.Step", 2, 6]);
        Assert.Equal("Step 2 of 6", Markup.English["Steps.Step", 2, 6]);
        Assert.Equal("nog 1 dag", Markup.Dutch.Count("Deadline.Left", 1));
        Assert.Equal("nog 0 dagen", Markup.Dutch.Count("Deadline.Left", 0));
    }

    [Fact]
    public void A_page_finds_shared_words_and_a_missing_one_shows_its_key()
    {
        var staff = TextCatalogue.Default.For("Pages/Shared/_Staff", Language.Culture("nl"));

        Assert.Equal("Nieuw contact", staff["Entry.Intake"]);
        Assert.Equal("Wijzig", staff["Summary.Change"]);
        Assert.Equal("No.Such.Key", staff["No.Such.Key"]);
    }

    [Fact]
    public void Values_inside_mark_up_are_encoded() =>
        Assert.Equal("Stap &lt;b&gt; van 6", Markup.Text(Markup.Dutch.Html("Steps.Step", "<b>", 6)));

    [Fact]
    public void A_failure_is_put_into_words_at_its_field()
    {
        var state = new ModelStateDictionary();
        state.Add(TooLong, Markup.Dutch);
        state.Add(new Failure("case.closed", FailureKind.Conflict), Markup.English);

        Assert.Equal("Maak deze regel korter. Er passen hoogstens 200 tekens in.", state["Form.Subject"]!.Errors[0].ErrorMessage);
        Assert.Equal("This case is closed. Reopen the case to go on.", state[""]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public void A_failure_without_words_still_says_what_to_do() =>
        Assert.Equal("Dit lukte niet. Probeer het opnieuw, of bel ons.", Markup.Dutch.Of(new Failure("no.such-failure")));
}
