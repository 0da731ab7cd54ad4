using Loket.Browser.Windows;
using Loket.Testing;
using Loket.Organisation.Partners;
using Microsoft.Playwright;

namespace Loket.Browser.Pages;

/// <summary>The page of partners.</summary>
internal static class PartnerStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Partner/Index", "empty", async scene => await scene.At((await scene.Job()).Link(0))),
        new("/Partner/Index", "English", async scene => await scene.At("/en" + (await scene.Job()).Link(0))),
        new("/Partner/Index", "with what goes along of residents", async scene => await scene.At((await (await scene.Job()).Share(Sharing.NameAndContact)).Link(0))),
        new("/Partner/Index", "with files, and with one that is not taken", async scene =>
        {
            var window = await scene.At((await (await scene.Job()).Gives("situatie.txt", "De lamp hangt los."u8.ToArray())).Link(0));
            await Assertions.Expect(window.Page.Locator(".loket-files a")).ToHaveCountAsync(1);
            await window.Unfold("Wij willen eerst iets weten");
            await window.Fill("Wat wilt u weten?", "Is er een sleutel nodig?");
            await window.Page.Locator("[name='Ask.Files']").SetInputFilesAsync(new FilePayload { Name = "programma.exe", MimeType = "application/octet-stream", Buffer = [0x4D, 0x5A, 0, 1] });
            await window.Press("Stel de vraag");
            await Assertions.Expect(window.Page.Locator("#Ask_Files-error")).ToBeVisibleAsync();
            return window;
        }),
        new("/Partner/File", "not found", async scene => await scene.Refused(404, (await scene.Job()).Link(0) + "/bestanden/1")),
        new("/Partner/Index", "danger", async scene => await scene.At((await scene.Job("luik open, losse draden bij lamp 118-042")).Link(0))),
        new("/Partner/Index", "with errors", async scene => await Filled(scene, "Ja, wij nemen dit aan", ("Dag", "31"), ("Maand", "februari"), ("Jaar", "2026"))),
        new("/Partner/Index", "accepted", async scene => await Accepted(scene)),
        new("/Partner/Index", "accepted, with errors", async scene =>
        {
            var window = await Accepted(scene);
            await window.Press("Meld dat het klaar is");
            return window;
        }),
        new("/Partner/Index", "with a resident's contact", async scene =>
        {
            var window = await scene.At((await scene.Job()).Link(0));
            await window.Unfold("Een inwoner nam contact met ons op");
            await window.Choose("Ja, over deze opdracht");
            await window.Fill("Wat zei de inwoner?", "De lamp is weer uit");
            await window.Press("Geef door aan de gemeente");
            return window;
        }),
        new("/Partner/Index", "done", async scene =>
        {
            var window = await Accepted(scene);
            await window.Fill("Wat hebt u gedaan?", "Lamp vervangen.");
            await window.Choose("Ja");
            await window.Press("Meld dat het klaar is");
            return window;
        }),
        new("/Partner/Index", "ended while somebody typed", async scene =>
        {
            var job = await scene.Job();
            var window = await scene.At(job.Link(1));
            using var first = job.Visitor();
            await first.Open(job.Link(0));
            await first.Send(("Refusal.Reason", "Niet onze mast."));
            await window.Unfold("Wij willen eerst iets weten");
            await window.Fill("Wat wilt u weten?", "Is er een sleutel nodig?");
            await window.Press("Stel de vraag");
            return window;
        }),
        new("/Partner/Index", "not found", async scene => await scene.Refused(404, "/partner/onzin")) { LandsOn = "/Partner/Index" },
    ];

    private static Task<Window> Accepted(Scene scene) => Filled(scene, "Ja, wij nemen dit aan", ("Uw opdrachtnummer", "W-1042"), ("Dag", "1"), ("Maand", "6"), ("Jaar", "2099"));

    private static async Task<Window> Filled(Scene scene, string button, params (string Label, string Value)[] fields)
    {
        var window = await scene.At((await scene.Job()).Link(0));
        foreach (var (label, value) in fields) await window.Fill(label, value);
        await window.Press(button);
        return window;
    }
}
