using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Loket.Browser.Pages;

/// <summary>The page that tells what did not work.</summary>
internal static class ProblemStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Problem/Index", "not found", scene => scene.Refused(404, "/bestaat-niet")),
        new("/Problem/Index", "not found, English", scene => scene.Refused(404, "/en/nowhere")),
        new("/Problem/Index", "forbidden", scene => scene.Refused(403, "/werk", Role.CoHost)),
        // A form with nothing but buttons: what is only pressed is pressed again.
        new("/Problem/Index", "expired", async scene =>
        {
            var window = await scene.At("/sign-out", Role.Agent);
            window.Expect(400);
            await window.Page.Locator("main [name=__RequestVerificationToken]").EvaluateAsync("one => { one.value = 'oud'; }");
            await window.Press("Log uit op dit apparaat");
            return window;
        }),
        new("/Problem/Index", "too large", async scene =>
        {
            var window = await PublicStates.Answered(scene, Resident.Step.Files);
            window.Expect(413);
            // As without script, which would say so before it is sent.
            await window.Page.Locator("main input[type=file]").EvaluateAsync("one => { delete one.dataset.most; }");
            await window.Page.Locator("main input[type=file]").SetInputFilesAsync(Film(scene));
            await window.Press("Nog een bestand toevoegen");
            return window;
        }),
        new("/Problem/Index", "broken", async scene =>
        {
            await using (var db = scene.Town.Open()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE desks RENAME TO gone");
            return await scene.Refused(500, "/loketten");
        }),
        new("/Problem/Index", "broken, with the form", async scene =>
        {
            var window = await scene.At("/melden/wat?soort=Report");
            window.Expect(500);
            await window.Fill("Wat is er aan de hand?", "De lamp is uit");
            await using (var db = scene.Town.Open()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE intake_drafts RENAME TO gone");
            await window.Press("Verder");
            await Assertions.Expect(window.Page.Locator("main input[name='Form.Text'][value='De lamp is uit']")).ToBeAttachedAsync();
            return window;
        }),
        new("/Problem/Index", "without a database", async scene =>
        {
            await LoseDatabase(scene);
            return await scene.Refused(503, "/loketten");
        }),
        new("/Problem/Index", "without a database, with the form", async scene =>
        {
            var window = await scene.At("/melden/wat?soort=Report");
            window.Expect(503);
            await window.Fill("Wat is er aan de hand?", "De lamp is uit");
            await LoseDatabase(scene);
            await window.Press("Verder");
            await Assertions.Expect(window.Page.Locator("main input[name='Form.Text'][value='De lamp is uit']")).ToBeAttachedAsync();
            return window;
        }),
    ];

    /// <summary>A little more than may come along.</summary>
    public static string Film(Scene scene)
    {
        using var file = File.Create(Path.Combine(Directory.CreateDirectory(scene.Town.Tenant.Folder).FullName, "film.mp4"));
        file.SetLength(65 * 1024 * 1024);
        return file.Name;
    }

    // As when the disk is gone: the file can't be opened any more.
    private static async Task LoseDatabase(Scene scene)
    {
        await using var db = scene.Town.Open();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        SqliteConnection.ClearPool(connection);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(connection.DataSource)!, Path.GetFileName(connection.DataSource) + "*")) File.Move(file, file + ".gone");
        Directory.CreateDirectory(connection.DataSource);
    }
}
