using System.Globalization;
using AngleSharp.Dom;
using Loket.Web.Components;
using NodaTime;
using Xunit;

namespace Loket.Unit.Components;

public sealed class ComponentTests
{
    [Theory]
    [InlineData(2, true, "nog 2 werkdagen (donderdag 26 november 2026)", "neutral")]
    [InlineData(1, true, "nog 1 werkdag (donderdag 26 november 2026)", "warning")]
    [InlineData(0, true, "vandaag (donderdag 26 november 2026)", "warning")]
    [InlineData(-1, true, "1 werkdag te laat (donderdag 26 november 2026)", "danger")]
    [InlineData(-1, false, "1 dag te laat (donderdag 26 november 2026)", "danger")]
    [InlineData(30, false, "nog 30 dagen (donderdag 26 november 2026)", "neutral")]
    public void A_deadline_is_said_in_words_with_its_date(int left, bool working, string said, string tone)
    {
        var time = Markup.Parse(new Deadline(new LocalDate(2026, 11, 26), left) { Working = working }.Render(Markup.Dutch)).The("time");

        Assert.Equal(said, time.TextContent);
        Assert.Equal("donderdag 26 november 2026", time.GetAttribute("title"));
        Assert.Equal("2026-11-26", time.GetAttribute("datetime"));
        Assert.Contains("loket-deadline--" + tone, time.ClassName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "7")]
    [InlineData(1_000, "1000")]
    [InlineData(1_001, "1.000+")]
    public void A_number_above_a_list_is_exact_to_a_thousand(int number, string said)
    {
        CultureInfo.CurrentCulture = Language.Culture(Language.Dutch);

        Assert.Equal(said, Markup.Parse(new Tab("/werk", "Alles", Current: false) { Count = number }.Render()).The(".loket-tabs__count").TextContent);
    }

    [Fact]
    public void A_deadline_is_said_in_English_too() => Assert.Equal("2 working days late (Thursday 26 November 2026)",
        Markup.Parse(new Deadline(new LocalDate(2026, 11, 26), -2).Render(Markup.English)).TextContent);

    [Fact]
    public void No_colour_without_an_icon_and_a_word() => Assert.All(Enum.GetValues<Tone>(), tone =>
    {
        var status = Markup.Parse(new StatusBadge(tone, "Bij Straatwerk").Render());
        Assert.Equal("true", status.The("svg").GetAttribute("aria-hidden"));
        Assert.Equal("Bij Straatwerk", status.TextContent);
    });

    [Fact]
    public void Only_what_has_just_happened_is_said_by_itself()
    {
        Assert.Null(Markup.Parse(new Alert(Tone.Danger, "Dicht").Render()).QuerySelector("[role]"));
        Assert.Equal("Bewaard", Markup.Parse(new Alert(Tone.Good, "Bewaard") { Live = true }.Render()).The("[role=status]").TextContent);
        Assert.Equal("Niet bewaard", Markup.Parse(new Alert(Tone.Danger, "Niet bewaard") { Live = true }.Render()).The("[role=alert]").TextContent);
    }

    [Fact]
    public void A_link_that_looks_like_a_button_stays_a_link()
    {
        Assert.Equal("/vraag", Markup.Parse(new Button("Stel een vraag") { Href = "/vraag" }.Render()).The("a:not([type])").GetAttribute("href"));
        Assert.Equal("submit", Markup.Parse(new Button("Verder").Render()).The("button").GetAttribute("type"));
    }

    [Fact]
    public void A_button_shows_the_key_that_does_the_same()
    {
        var button = Markup.Parse(new Button("Nieuwe zaak") { Key = "F8" }.Render()).The("button");

        Assert.Equal("F8", button.GetAttribute("aria-keyshortcuts"));
        Assert.Equal("F8", button.The("kbd[aria-hidden=true]").TextContent);
    }

    [Fact]
    public void A_link_to_change_an_answer_says_which()
    {
        var row = Markup.Parse(new SummaryRow("Waar", "Nieuwemeerdijk") { ChangeHref = "/waar" }.Render(Markup.Dutch));

        Assert.Equal("Wijzig Waar", row.The("a").TextContent);
        Assert.Equal(("Waar", "Nieuwemeerdijk"), (row.The("dt").TextContent, row.QuerySelector("dd")!.TextContent));
        Assert.Null(Markup.Parse(new SummaryRow("Waar", "x").Render(Markup.Dutch)).QuerySelector("a"));
    }

    [Fact]
    public void A_table_can_be_scrolled_by_keyboard_and_is_named_by_its_caption()
    {
        var frame = Markup.Parse(new DataTable("work", "Werk van mij", "") { HideCaption = true }.Render()).The("section[tabindex='0']");

        Assert.Equal("Werk van mij", frame.The("#" + frame.GetAttribute("aria-labelledby")).TextContent);
    }

    [Fact]
    public void Steps_are_counted_in_words() =>
        Assert.Equal("Stap 2 van 6 · Uw melding", Markup.Parse(new StepIndicator(2, 6) { Title = "Uw melding" }.Render(Markup.Dutch)).The("p").TextContent);

    [Fact]
    public void Paging_shows_only_where_there_is_more()
    {
        Assert.Equal("", Markup.Text(new Pagination(null, null).Render(Markup.Dutch)));
        Assert.Equal("Volgende", Markup.Parse(new Pagination(null, "?na=x").Render(Markup.Dutch)).The("a[rel=next]").TextContent);
        Assert.Equal("Vorige", Markup.Parse(new Pagination("?voor=x", null).Render(Markup.Dutch)).The("a[rel=prev]").TextContent);
    }

    [Fact]
    public void Languages_are_named_in_themselves()
    {
        var links = Markup.Parse(new LanguageSwitch("nl", [("nl", "/vraag"), ("en", "/en/vraag")]).Render(Markup.Dutch)).QuerySelectorAll("a");

        Assert.Equal(["Nederlands|nl|true", "English|en|"],
            links.Select(link => $"{link.TextContent}|{link.GetAttribute("lang")}|{link.GetAttribute("aria-current")}"));
    }

    [Fact]
    public void A_moment_in_the_timeline_says_when_and_who() => Assert.Equal("Doorgegeven12 november 2026, 14:06 · Straatwerk",
        Markup.Parse(new TimelineEvent(new LocalDateTime(2026, 11, 12, 14, 6), "Doorgegeven", "") { By = "Straatwerk" }.Render(Markup.Dutch)).TextContent);

    [Fact]
    public void A_confirmation_is_the_heading_of_its_page_and_shows_the_reference()
    {
        var page = Markup.Parse(new Confirmation("Wij hebben uw melding ontvangen", "HLM-7K4Q-2XYR", "").Render(Markup.Dutch));

        Assert.Equal("Wij hebben uw melding ontvangen", page.The("h1").TextContent);
        Assert.Equal("HLM-7K4Q-2XYR", page.The(".loket-reference").TextContent);
    }

    [Fact]
    public void Every_icon_is_drawn_and_an_unknown_one_is_a_bug()
    {
        Assert.All(Icon.Names, name => Assert.NotEmpty(Markup.Parse(Icon.Draw(name)!).The("svg").Children));
        Assert.Throws<ArgumentException>(() => Icon.Draw("no-such-icon"));
    }
}
