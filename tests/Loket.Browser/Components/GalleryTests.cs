using Loket.Browser.Checks;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Components;

public sealed class GalleryTests(GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/en/", "/form", "/form?errors=true", "/confirmation", "/partner", "/slip", "/staff/work", "/staff/case", "/staff/intake",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everyone_can_use_it_in_light_and_in_dark(string path)
    {
        foreach (var dark in new[] { false, true })
        {
            var (page, complaints) = await gallery.Open(path, dark: dark);
            Assert.Empty((await Accessibility.Complaints(page)).Concat(complaints()).Select(found => (dark ? "dark: " : "light: ") + found));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_fits_a_small_phone_and_four_times_enlarged(string path)
    {
        var (page, _) = await gallery.Open(path, width: 320);

        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_thing_to_press_is_large_enough_for_a_finger(string path)
    {
        var (page, _) = await gallery.Open(path, width: 360);

        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a, button, summary, input, select, textarea')]
              .filter(thing => thing.checkVisibility({ visibilityProperty: true }) && !thing.closest('p, dd, th, td, li:has(> a:only-child) p, .loket-error-summary, .loket-skip-link, .loket-choice'))
              .filter(thing => { const box = thing.getBoundingClientRect(); return box.height < 24 || box.width < 24; })
              .map(thing => thing.outerHTML)
            """);
        Assert.Empty(small);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Errors_come_first_and_lead_to_their_fields()
    {
        var (page, _) = await gallery.Open("/form?errors=true");

        Assert.StartsWith("Fout: ", await page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".loket-error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vul een telefoonnummer in" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Telefoonnummer")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kies waar het over gaat" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Straatverlichting")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_is_still_there_after_an_error(bool script)
    {
        var (page, _) = await gallery.Open("/form", script: script);

        await page.GetByLabel("Wat is er aan de hand?").FillAsync("De lamp is <b>kapot</b> 👋");
        await page.GetByLabel("In welk dorp is het?").SelectOptionAsync("abb");
        await page.GetByLabel("Dag").FillAsync("31");
        await page.GetByLabel("Maand").FillAsync("februari");
        await page.GetByLabel("Jaar").FillAsync("2026");
        await page.GetByLabel("Bij elke stap").CheckAsync();
        await page.GetByLabel("Als het klaar is").UncheckAsync();
        await page.GetByLabel("Het is gevaarlijk").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Deze datum bestaat niet");
        await Assertions.Expect(page.GetByLabel("Wat is er aan de hand?")).ToHaveValueAsync("De lamp is <b>kapot</b> 👋");
        await Assertions.Expect(page.GetByLabel("In welk dorp is het?")).ToHaveValueAsync("abb");
        await Assertions.Expect(page.GetByLabel("Maand")).ToHaveValueAsync("februari");
        await Assertions.Expect(page.GetByLabel("Bij elke stap")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Als het klaar is")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Het is gevaarlijk")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Characters_are_counted_while_typing()
    {
        var (page, _) = await gallery.Open("/form");
        var text = page.GetByLabel("Wat is er aan de hand?");
        var count = page.Locator("#Form_Text-count");

        await Assertions.Expect(count).ToHaveTextAsync("U kunt hier 200 tekens schrijven.");
        await text.FillAsync(new string('x', 199));
        await Assertions.Expect(count).ToHaveTextAsync("U kunt nog 1 teken schrijven.");
        await text.FillAsync(new string('x', 205));
        await Assertions.Expect(count).ToHaveTextAsync("U hebt 5 tekens te veel.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_key_offers_the_way_past_the_menu()
    {
        var (page, _) = await gallery.Open("/staff/work");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_key_shown_on_a_button_presses_it()
    {
        var (page, _) = await gallery.Open("/staff/work");

        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nieuw contact" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_changes_on_the_same_page_without_script()
    {
        var (page, _) = await gallery.Open("/form?errors=true", script: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.EndsWith("/en/form?errors=true", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.GetByText("Step 2 of 6")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Iets melden" }).ClickAsync();
        Assert.EndsWith("/en/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
