using Loket.Demo.Town;
using Loket.Kernel.Calendars;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class SubjectTests
{
    private static readonly HashSet<string> Owners = [.. Team.All.Select(team => team.Key), .. Partners.All.Select(partner => partner.Key)];
    private static readonly HashSet<string> PortfolioKeys = [.. Portfolio.All.Select(portfolio => portfolio.Key)];

    [Fact]
    public void Each_of_the_five_main_groups_has_categories_some_forty_to_sixty_in_all()
    {
        Assert.Equal(5, MainGroup.All.Count);
        Assert.InRange(Categories.All.Count, 40, 60);
        Assert.All(MainGroup.All, group => Assert.True(Categories.All.Count(category => category.MainGroup == group.Key) >= 5, group.Key));
        Assert.Equal(Categories.All.Count, Categories.All.Select(category => category.Key).Distinct().Count());
        Assert.Equal(Categories.All.Count, Categories.All.Select(category => category.Name.Dutch).Distinct().Count());
    }

    [Fact]
    public void Every_category_has_both_languages_a_norm_and_an_owner_and_portfolio_that_exist()
    {
        Assert.All(Categories.All, category =>
        {
            AssertBothLanguages(category.Name);
            AssertOneSentence(category.Definition);
            Assert.True(category.Norm.Amount > 0);
            Assert.Contains(category.Owner, Owners);
            Assert.Contains(category.Portfolio, PortfolioKeys);
            Assert.Contains(MainGroup.All, group => group.Key == category.MainGroup);
        });
    }

    [Fact]
    public void Care_youth_benefits_debt_and_fraud_are_sensitive_and_no_report_of_public_space_is()
    {
        string[] sensitive = ["care-at-home", "debt", "benefits", "counsellors", "fraud", "domestic-violence", "youth-talk", "youth-help", "school-transport"];
        Assert.All(sensitive, key => Assert.Equal(Confidentiality.Sensitive, Categories.Of(key).Confidentiality));
        Assert.Equal(Confidentiality.Sensitive, FormalPapers.Of("complaint").Confidentiality);
        Assert.All(Categories.All.Where(category => category.IsReport), category => Assert.NotEqual(Confidentiality.Sensitive, category.Confidentiality));
    }

    [Fact]
    public void Danger_is_promised_within_two_hours_and_the_next_lamp_is_never_the_same_lamp()
    {
        Assert.All(Categories.All.Where(category => category.IsDanger), category => Assert.Equal(Norm.WorkingHours(2), category.Norm));
        Assert.True(Categories.Of("street-light").RepeatRadiusMetres < KnownLamps.MetresToNext);
        Assert.Equal(30, Categories.Of("road-surface").RepeatRadiusMetres);
    }

    [Theory]
    [InlineData("objection", 6, NormKind.CalendarWeeks, "Awb 7:10")]
    [InlineData("complaint", 6, NormKind.CalendarWeeks, "Awb 9:11")]
    [InlineData("information-request", 4, NormKind.CalendarWeeks, "Woo 4.4")]
    [InlineData("privacy-request", 1, NormKind.CalendarMonths, "AVG 12")]
    [InlineData("notice-of-default", 2, NormKind.CalendarWeeks, "Awb 4:17")]
    public void A_formal_paper_has_the_term_of_the_law(string key, int amount, NormKind kind, string article)
    {
        var paper = FormalPapers.Of(key);
        Assert.Equal((new Norm(kind, amount), article), (paper.Term, paper.LawArticle));
    }

    [Fact]
    public void Every_formal_paper_has_both_languages_an_owner_and_words_to_know_it_by()
    {
        Assert.All(FormalPapers.All, paper =>
        {
            AssertBothLanguages(paper.Name);
            AssertOneSentence(paper.Definition);
            Assert.Contains(paper.Owner, Owners);
            Assert.Contains(paper.Portfolio, PortfolioKeys);
            Assert.NotEmpty(paper.RecognisedBy);
            Assert.True(paper.Term.Kind is NormKind.CalendarWeeks or NormKind.CalendarMonths);
        });
    }

    private static void AssertBothLanguages(Words words)
    {
        Assert.False(string.IsNullOrWhiteSpace(words.Dutch));
        Assert.False(string.IsNullOrWhiteSpace(words.English));
    }

    private static void AssertOneSentence(Words words)
    {
        AssertBothLanguages(words);
        Assert.All(new[] { words.Dutch, words.English }, text => Assert.True(text.EndsWith('.') && text.Count(sign => sign == '.') == 1, text));
        Assert.True(words.Dutch.Split(' ').Length <= 25, words.Dutch);
    }
}
