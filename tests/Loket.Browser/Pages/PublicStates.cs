using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Intake.Follow;
using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Loket.Browser.Residents.Resident;

namespace Loket.Browser.Pages;

/// <summary>The pages for residents.</summary>
internal static class PublicStates
{
    private static readonly string TooLong = new('a', 10_001);

    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Public/Home", "empty", scene => scene.At("/")),
        new("/Public/Home", "English", scene => scene.At("/en/")),
        new("/Public/Desks", "filled", scene => scene.At("/loketten")),
        new("/Public/Privacy", "filled", scene => scene.At("/privacy")),
        new("/Public/Accessibility", "filled", scene => scene.At("/toegankelijkheid")),

        new("/Public/Report/Kind", "empty", scene => scene.At("/melden")),
        new("/Public/Report/Kind", "English", scene => scene.At("/en/melden")),
        new("/Public/Report/Kind", "with errors", scene => Pressed(scene.At("/melden"))),
        new("/Public/Report/Kind", "of who helps", async scene =>
        {
            var window = await scene.At("/melden");
            await window.Page.Locator("main summary").ClickAsync();
            return window;
        }),
        new("/Public/Report/What", "empty", scene => scene.At("/melden/wat?soort=Complaint")),
        new("/Public/Report/What", "English", scene => scene.At("/en/melden/wat?soort=Report")),
        new("/Public/Report/What", "with errors", scene => Filled(scene.At("/melden/wat?soort=Report"), ("Wat is er aan de hand?", TooLong))),
        new("/Public/Report/What", "expired", async scene =>
        {
            var window = await scene.At("/melden/wat?soort=Report");
            await window.Page.Context.ClearCookiesAsync();
            await window.Fill("Wat is er aan de hand?", "De lamp is uit");
            await window.Press("Verder");
            await Assertions.Expect(window.Field("Wat is er aan de hand?")).ToHaveValueAsync("De lamp is uit");
            return window;
        }),
        new("/Public/Report/Danger", "done", async scene =>
        {
            var window = await scene.At("/melden/wat?soort=Report");
            await window.Fill("Wat is er aan de hand?", "Luik open met losse draden");
            await window.Press("Verder");
            return window;
        }),
        new("/Public/Report/Where", "empty", scene => Answered(scene, Step.Where)),
        new("/Public/Report/Where", "with errors", scene => Filled(Answered(scene, Step.Where), ("Adres, nummer of plek", TooLong))),
        new("/Public/Report/Files", "empty", scene => Answered(scene, Step.Files)),
        new("/Public/Report/Files", "filled and with errors", async scene =>
        {
            var window = await Answered(scene, Step.Files);
            await window.Attach("Foto's en bestanden",
                new FilePayload { Name = "zo-ging-het-toen-de-lamp-voor-de-derde-keer-uitging.txt", MimeType = "text/plain", Buffer = "Zo ging het."u8.ToArray() },
                new FilePayload { Name = "programma.exe", MimeType = "application/octet-stream", Buffer = [0x4D, 0x5A, 0, 1] });
            await window.Press("Nog een bestand toevoegen");
            return window;
        }),
        new("/Public/Report/Telling", "empty", scene => Answered(scene, Step.Telling)),
        new("/Public/Report/Telling", "with errors", scene => Pressed(Answered(scene, Step.Telling))),
        new("/Public/Report/Details", "empty", scene => Answered(scene, Step.Details)),
        new("/Public/Report/Details", "with errors", scene => Pressed(Answered(scene, Step.Details, by: "Per brief"))),
        new("/Public/Report/Details", "with errors, for a text message", scene => Pressed(Answered(scene, Step.Details, by: "Per sms"))),
        new("/Public/Report/Details", "with errors, for a call", scene => Pressed(Answered(scene, Step.Details, by: "Bel mij"))),
        new("/Public/Report/Check", "filled", scene => Answered(scene, Step.Check)),
        new("/Public/Report/Check", "filled with a formal paper", scene => Answered(scene, Step.Check, "Ik maak bezwaar tegen het besluit over mijn vergunning.", kind: "Question")),
        new("/Public/Report/Done", "done", scene => Answered(scene, Step.Done)),
        new("/Public/Report/Done", "done and known already", async scene =>
        {
            await Answered(scene, Step.Done);
            return await Answered(scene, Step.Done);
        }),
        new("/Public/Report/Done", "done for a formal paper", scene => Answered(scene, Step.Done, "Uw medewerker was onbeleefd.", kind: "Complaint")),

        new("/Public/Follow/Index", "empty", scene => scene.At("/volgen")),
        new("/Public/Follow/Index", "English", scene => scene.At("/en/volgen")),
        new("/Public/Follow/Index", "with errors", scene => Filled(scene.At("/volgen"), ("Uw kenmerk", "HLM-1234-5678"), "Stuur mij een code")),
        new("/Public/Follow/Code", "empty", async scene => await AtCode(scene, "Stuur mij een code")),
        new("/Public/Follow/Code", "with errors", async scene => await Filled(AtCode(scene, "Ik heb een pincode"), ("Pincode", "12"), "Bekijken")),
        new("/Public/Follow/Code", "rate-limited", async scene =>
        {
            var window = await AtCode(scene, "Ik heb een pincode");
            for (var guess = 0; guess < 6; guess++) await Filled(Task.FromResult(window), ("Pincode", $"00000{guess}"), "Bekijken");
            return window;
        }),
        new("/Public/Follow/Case", "filled", scene => Followed(scene)),
        new("/Public/Follow/Case", "done", async scene => await Filled(Followed(scene), ("Uw bericht aan de behandelaar", "Hij doet het weer."), "Bericht sturen")),
        new("/Public/Follow/Case", "done, registered apart", async scene =>
            await Filled(Followed(scene), ("Uw bericht aan de behandelaar", "Ik maak bezwaar tegen het besluit over de lamp."), "Bericht sturen")),
        new("/Public/Follow/Case", "done, another way", async scene =>
        {
            var window = await Followed(scene);
            await window.Press("Wijzigen");
            await window.Says("Uw keuze is bewaard");
            return window;
        }),
        new("/Public/Follow/Case", "English", async scene =>
        {
            var window = await Followed(scene);
            await window.Open("/en/volgen/zaak");
            return window;
        }),
        new("/Public/Follow/Case", "with errors, a file kept", async scene =>
        {
            var window = await Followed(scene);
            await window.Attach("Foto's en bestanden", new FilePayload { Name = "lamp.txt", MimeType = "text/plain", Buffer = "Zo brandt hij."u8.ToArray() });
            await window.Fill("Uw bericht aan de behandelaar", new string('x', 5_001));
            window.Expect(422);
            await window.Press("Bericht sturen");
            await window.Says("lamp.txt");
            return window;
        }),
        new("/Public/Follow/Case", "with errors", async scene => await Filled(Followed(scene), ("Uw bericht aan de behandelaar", ""), "Bericht sturen")),
        new("/Public/Follow/Case", "filled, with a planned day", async scene => await Followed(scene, ("Plan.JobNumber", "W-1042"), ("Plan.PlannedOn.Day", "1"), ("Plan.PlannedOn.Month", "6"), ("Plan.PlannedOn.Year", "2099"))),
        new("/Public/Follow/Case", "filled, closed", async scene => await Followed(scene, ("Report.Report", "Lamp vervangen."), ("Report.Solved", "yes"))),
        new("/Public/Follow/Index", "expired", async scene =>
        {
            var window = await Followed(scene);
            await AwayTooLong(scene, window);
            await window.Open("/volgen/zaak");
            await window.Says("U was te lang weg");
            return window;
        }),
        new("/Public/Follow/Index", "expired, with a message", async scene => await Late(scene)),
        new("/Public/Follow/Case", "given back after another code", async scene =>
        {
            var window = await Late(scene);
            await Open(scene, window, await window.Field("Uw kenmerk").InputValueAsync());
            await Assertions.Expect(window.Field("Uw bericht aan de behandelaar")).ToHaveValueAsync("De lamp brandt nu overdag.");
            return window;
        }),
    ];

    internal static async Task<Window> Answered(Scene scene, Step until, string text = "Lantaarnpaal 118-042 brandt niet", string by = "Per e-mail", string kind = "Report")
    {
        var window = await scene.Window([]);
        await window.Answers(until, text, by: by, kind: kind);
        return window;
    }

    private static async Task<Window> Pressed(Task<Window> shown, string button = "Verder")
    {
        var window = await shown;
        await window.Press(button);
        return window;
    }

    private static async Task<Window> Filled(Task<Window> shown, (string Label, string Value) field, string button = "Verder")
    {
        var window = await shown;
        await window.Fill(field.Label, field.Value);
        await window.Press(button);
        return window;
    }

    private static async Task<Window> AtCode(Scene scene, string button) =>
        await Filled(scene.At("/volgen"), ("Uw kenmerk", Loket.Kernel.References.Reference.FromNumber("HLM", 7).ToString()), button);

    private static async Task<Window> Followed(Scene scene, params IReadOnlyList<(string Name, string Value)> reply)
    {
        var job = await scene.Job();
        await scene.Job();
        if (reply.Count > 0)
        {
            using var partner = job.Visitor();
            await partner.Open(job.Link(0));
            await partner.Send(reply);
        }

        var window = await scene.Window([]);
        await Open(scene, window, job.Reference);
        return window;
    }

    private static async Task Open(Scene scene, Window window, string reference)
    {
        var matter = Loket.Kernel.References.Reference.TryParse(reference, out var read) ? read : default;
        var agent = await scene.Town.Somebody(Role.Agent);
        var pin = await scene.Town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), CancellationToken.None));
        await window.Open("/volgen");
        await window.Fill("Uw kenmerk", reference);
        await window.Press("Ik heb een pincode");
        await window.Fill("Pincode", pin.Value);
        await window.Press("Bekijken");
    }

    private static async Task<Window> Late(Scene scene)
    {
        var window = await Followed(scene);
        await AwayTooLong(scene, window);
        await window.Fill("Uw bericht aan de behandelaar", "De lamp brandt nu overdag.");
        await window.Press("Bericht sturen");
        await window.Says("Uw bericht is bewaard");
        return window;
    }

    private static async Task AwayTooLong(Scene scene, Window window)
    {
        var carried = (await window.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == FollowTickets.Cookie);
        await window.Page.Context.AddCookiesAsync([new() { Name = carried.Name, Value = scene.Town.Older(carried.Value, Duration.FromMinutes(31)), Url = window.Home.ToString() }]);
    }
}
