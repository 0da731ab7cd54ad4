using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using static Loket.Browser.Pages.ManageSteps;

namespace Loket.Browser.Pages;

/// <summary>The pages on which somebody says how work goes: kinds of case and their subjects, routing, virtual colleagues.</summary>
internal static class RuleStates
{
    private const Role Rules = Role.FunctionalAdministrator;

    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Manage/CaseTypes/Index", "filled", scene => scene.At("/beheer/zaaktypen", Rules)),
        new("/Manage/CaseTypes/Index", "English", scene => scene.At("/en/beheer/zaaktypen", Rules)),
        new("/Manage/CaseTypes/Type", "empty", scene => scene.At("/beheer/zaaktypen/nieuw", Rules)),
        new("/Manage/CaseTypes/Type", "with errors", scene => Pressed(scene.At("/beheer/zaaktypen/nieuw", Rules), "main form button")),
        new("/Manage/CaseTypes/Type", "filled", scene => First(scene.At("/beheer/zaaktypen", Rules), "#types")),
        new("/Manage/CaseTypes/Type", "not found", scene => scene.Refused(404, "/beheer/zaaktypen/geen", Rules)),
        new("/Manage/CaseTypes/Statuses", "empty", scene => scene.At("/beheer/zaaktypen/report/statussen", Rules)),
        new("/Manage/CaseTypes/Statuses", "empty, English", scene => scene.At("/en/beheer/zaaktypen/report/statussen", Rules)),
        new("/Manage/CaseTypes/Statuses", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/report/statussen", Rules);
            await window.Page.Locator("[name='Form.Statuses[0].Nl']").FillAsync("Onderdeel besteld");
            await window.Press("Opslaan");
            return window;
        }),
        new("/Manage/CaseTypes/Statuses", "filled", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/report/statussen", Rules);
            await window.Page.Locator("[name='Form.Statuses[0].Nl']").FillAsync("Onderdeel besteld");
            await window.Page.Locator("[name='Form.Statuses[0].En']").FillAsync("Part ordered");
            await window.Press("Opslaan");
            return await scene.At("/beheer/zaaktypen/report/statussen", Rules);
        }),
        new("/Manage/CaseTypes/Statuses", "not found", scene => scene.Refused(404, "/beheer/zaaktypen/geen/statussen", Rules)),
        new("/Manage/CaseTypes/Tasks", "empty", scene => scene.At("/beheer/zaaktypen/report/taken", Rules)),
        new("/Manage/CaseTypes/Tasks", "empty, English", scene => scene.At("/en/beheer/zaaktypen/report/taken", Rules)),
        new("/Manage/CaseTypes/Tasks", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/report/taken", Rules);
            await window.Page.Locator("[name='Form.Tasks[0].Nl']").FillAsync("Foto maken");
            await window.Press("Opslaan");
            return window;
        }),
        new("/Manage/CaseTypes/Tasks", "filled", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/report/taken", Rules);
            await window.Page.Locator("[name='Form.Tasks[0].Nl']").FillAsync("Foto maken");
            await window.Page.Locator("[name='Form.Tasks[0].En']").FillAsync("Take a photo");
            await window.Press("Opslaan");
            return await scene.At("/beheer/zaaktypen/report/taken", Rules);
        }),
        new("/Manage/CaseTypes/Tasks", "not found", scene => scene.Refused(404, "/beheer/zaaktypen/geen/taken", Rules)),
        new("/Manage/CaseTypes/Texts", "filled", scene => scene.At("/beheer/zaaktypen/report/teksten", Rules)),
        new("/Manage/CaseTypes/Texts", "filled, with one of its own, English", async scene =>
        {
            await Pressed(scene.At("/beheer/zaaktypen/report/teksten/closed-solved/nl", Rules), "main form button");
            return await scene.At("/en/beheer/zaaktypen/report/teksten", Rules);
        }),
        new("/Manage/CaseTypes/Texts", "not found", scene => scene.Refused(404, "/beheer/zaaktypen/geen/teksten", Rules)),
        new("/Manage/CaseTypes/Text", "filled", scene => scene.At("/beheer/zaaktypen/report/teksten/status-change/nl", Rules)),
        new("/Manage/CaseTypes/Text", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/report/teksten/status-change/nl", Rules);
            await window.Page.Locator("[name='Form.Body']").FillAsync("{{onbekend}}");
            await window.Press("Opslaan");
            return window;
        }),
        new("/Manage/CaseTypes/Text", "looked at", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/report/teksten/status-change/nl", Rules);
            await window.Page.Locator("[name='Form.Body']").FillAsync("Er is nieuws, uiterlijk {{deadline}}.");
            return await Pressed(Task.FromResult(window), "button[formaction*='handler=Preview']");
        }),
        new("/Manage/CaseTypes/Text", "of its own", async scene =>
        {
            await Pressed(scene.At("/beheer/zaaktypen/report/teksten/closed-solved/nl", Rules), "main form button");
            return await scene.At("/beheer/zaaktypen/report/teksten/closed-solved/nl", Rules);
        }),
        new("/Manage/CaseTypes/Text", "not found", scene => scene.Refused(404, "/beheer/zaaktypen/report/teksten/staff-danger/nl", Rules)),
        new("/Manage/CaseTypes/Import", "empty", scene => scene.At("/beheer/zaaktypen/inlezen", Rules)),
        new("/Manage/CaseTypes/Import", "empty, English", scene => scene.At("/en/beheer/zaaktypen/inlezen", Rules)),
        new("/Manage/CaseTypes/Import", "with errors", scene => Pressed(scene.At("/beheer/zaaktypen/inlezen", Rules), "main form button")),
        new("/Manage/CaseTypes/Versions", "empty", scene => scene.At("/beheer/zaaktypen/report/versies", Rules)),
        new("/Manage/CaseTypes/Versions", "filled", scene => Changed(scene, "/beheer/zaaktypen/report")),
        new("/Manage/CaseTypes/Versions", "filled, English", async scene =>
        {
            await Changed(scene, "/beheer/zaaktypen/report");
            return await scene.At("/en/beheer/zaaktypen/report/versies", Rules);
        }),
        new("/Manage/CaseTypes/Versions", "live", async scene =>
        {
            var window = await Changed(scene, "/beheer/zaaktypen/report");
            await window.Press("Neem in gebruik");
            return window;
        }),
        new("/Manage/CaseTypes/Versions", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/zaaktypen/nieuw", Rules);
            await window.Page.Locator("[name='Form.NameNl']").FillAsync("Straatfeest");
            await window.Page.Locator("[name='Form.NameEn']").FillAsync("Street party");
            await window.Page.Locator("[name='Form.Key']").FillAsync("street-party");
            await window.Page.Locator("[name='Form.NormAmount']").FillAsync("3");
            await window.Press("Opslaan");
            await window.Press("Neem in gebruik");
            return window;
        }),
        new("/Manage/CaseTypes/Versions", "not found", scene => scene.Refused(404, "/beheer/zaaktypen/geen/versies", Rules)),
        new("/Manage/CaseTypes/Subject", "empty", scene => scene.At("/beheer/onderwerpen/nieuw", Rules)),
        new("/Manage/CaseTypes/Subject", "with errors", scene => Pressed(scene.At("/beheer/onderwerpen/nieuw", Rules), "main form button")),
        new("/Manage/CaseTypes/Subject", "filled", scene => scene.At("/beheer/onderwerpen/street-light", Rules)),
        new("/Manage/Routing/Index", "filled", scene => scene.At("/beheer/routering", Rules)),
        new("/Manage/Routing/Index", "tried", scene => Pressed(scene.At("/beheer/routering", Rules), "main form[method=get] button")),
        new("/Manage/Routing/Edit", "empty", scene => scene.At("/beheer/routering/nieuw", Rules)),
        new("/Manage/Routing/Edit", "with errors", scene => Pressed(scene.At("/beheer/routering/nieuw", Rules), "main form button")),
        new("/Manage/Routing/Edit", "filled", scene => First(scene.At("/beheer/routering", Rules), "#rules")),
        new("/Manage/Routing/Edit", "changed by somebody else", async scene =>
        {
            var window = await First(scene.At("/beheer/routering", Rules), "#rules");
            var other = await scene.At(window.Address, Rules);
            await other.Page.Locator("[name='Form.Question']").FillAsync("Kunt u dit bekijken?");
            await other.Act(other.Page.Locator("main form button"));
            window.Expect(409);
            await window.Page.Locator("[name='Form.Question']").FillAsync("Wilt u dit oppakken?");
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Manage/Routing/Edit", "not found", scene => scene.Refused(404, $"/beheer/routering/{Guid.Empty}", Rules)),
        new("/Manage/Colleagues/Index", "empty", scene => scene.At("/beheer/virtuele-collegas", Rules)),
        new("/Manage/Colleagues/Index", "filled", async scene =>
        {
            await Colleague(scene);
            return await scene.At("/beheer/virtuele-collegas", Rules);
        }),
        new("/Manage/Colleagues/Index", "filled, English", async scene =>
        {
            await Colleague(scene);
            return await scene.At("/en/beheer/virtuele-collegas", Rules);
        }),
        new("/Manage/Colleagues/Edit", "empty", scene => scene.At("/beheer/virtuele-collegas/nieuw", Rules)),
        new("/Manage/Colleagues/Edit", "with errors", scene => Pressed(scene.At("/beheer/virtuele-collegas/nieuw", Rules), "main form button")),
        new("/Manage/Colleagues/Edit", "filled", async scene => await scene.At((await Colleague(scene))[..^"/proef".Length], Rules)),
        new("/Manage/Colleagues/Edit", "changed by somebody else", async scene =>
        {
            var path = (await Colleague(scene))[..^"/proef".Length];
            var (window, other) = (await scene.At(path, Rules), await scene.At(path, Rules));
            await other.Page.Locator("[name='Form.Name']").FillAsync("Wekker");
            await other.Act(other.Page.Locator("main form button"));
            window.Expect(409);
            await window.Page.Locator("[name='Form.Name']").FillAsync("Aanjager");
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Manage/Colleagues/Edit", "not found", scene => scene.Refused(404, $"/beheer/virtuele-collegas/{Guid.Empty}", Rules)),
        new("/Manage/Colleagues/Trial", "not tried", async scene => await scene.At(await Colleague(scene), Rules)),
        new("/Manage/Colleagues/Trial", "tried", async scene => await Pressed(scene.At(await Colleague(scene), Rules), "main form button")),
        new("/Manage/Colleagues/Trial", "tried, English", async scene => await Pressed(scene.At("/en" + await Colleague(scene), Rules), "main form button")),
        new("/Manage/Colleagues/Trial", "on", async scene =>
        {
            var window = await Pressed(scene.At(await Colleague(scene), Rules), "main form button");
            await window.Press("Zet aan");
            return window;
        }),
        new("/Manage/Colleagues/Trial", "not found", scene => scene.Refused(404, $"/beheer/virtuele-collegas/{Guid.Empty}/proef", Rules)),
    ];

    // A kind of case whose draft has another name than what is live.
    private static async Task<Window> Changed(Scene scene, string path)
    {
        var window = await scene.At(path, Rules);
        await window.Page.Locator("[name='Form.NameNl']").FillAsync("Melding van buiten");
        await window.Press("Opslaan");
        return window;
    }

    // A virtual colleague that reminds; gives the address of its trial.
    private static async Task<string> Colleague(Scene scene)
    {
        using var administrator = await scene.Town.SignIn(Rules);
        await administrator.Open("/beheer/virtuele-collegas/nieuw");
        await administrator.Send(("Form.Name", "Herinneraar"), ("Form.When", "CameIn"), ("Form.Remind", "true"));
        return administrator.Address;
    }
}
