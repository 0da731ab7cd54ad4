using System.CommandLine;
using System.Globalization;
using Loket.Kernel;
using Loket.Places;

namespace Loket.Commands;

/// <summary><c>import</c>: brings areas, addresses and things outside in from files.</summary>
internal static class ImportCommand
{
    public static Command Make() => new("import", "Bring areas, addresses or things outside in from a file: all of it or, when one row is wrong, nothing. On SQLite the program must be stopped.")
    {
        Part("areas", "Area teams, villages and cores: add and change. Columns key, name, kind, parent, inhabitants, x, y.", null, async (services, file, _, cancel) =>
            (await services.GetRequiredService<ImportAreas>().Handle(new ImportAreas.Request(file.Text, Who.System), cancel))
                .Then<string>(done => $"areas: {done.Added} added, {done.Changed} changed.")),
        Part("addresses", "The whole list of addresses: what is not in the file is removed. Columns street, number, letter, addition, postcode, town, area, x, y.", null, async (services, file, _, cancel) =>
            (await services.GetRequiredService<ImportAddresses>().Handle(new ImportAddresses.Request(file.Text, Who.System), cancel))
                .Then<string>(done => $"addresses: {done.Added} added, {done.Changed} changed, {done.Removed} removed.")),
        Part(
            "objects", "Things outside, such as lamp posts: add and change. CSV with columns number, kind, x, y, area, street, owner, contractor, feeder, retired; or GeoJSON, a feature per line.",
            "The file lists all that stands there of each kind in it; what is not in it was taken away.",
            async (services, file, complete, cancel) =>
                (await services.GetRequiredService<ImportAssets>().Handle(new ImportAssets.Request(file.Text, file.Format, complete, Who.System), cancel))
                    .Then<string>(done => $"objects: {done.Added} added, {done.Changed} changed, {done.Retired} retired.")),
    };

    private static Command Part(string name, string words, string? completeWords, Func<IServiceProvider, Brought, bool, CancellationToken, Task<Result<string>>> import)
    {
        var file = new Argument<string>("FILE") { Description = "The file, in UTF-8." };
        var complete = new Option<bool>("--complete") { Description = completeWords };
        var (config, tenant) = (CommonOptions.Settings(), CommonOptions.Tenant());
        var command = new Command(name, words) { file, config, tenant };
        if (completeWords is not null) command.Add(complete);
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(config), parsed.GetValue(tenant),
            (services, brought) => import(services, brought, completeWords is not null && parsed.GetValue(complete), cancel), cancel));
        return command;
    }

    private static async Task<int> Run(string path, string? config, string? tenant, Func<IServiceProvider, Brought, Task<Result<string>>> import, CancellationToken cancel)
    {
        StreamReader text;
        try
        {
            text = File.OpenText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problem.Tell([new Problem(ExitCode.Refused, $"{path} can't be read. {exception.Message}")]);
        }

        using (text)
        {
            var format = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? AssetFile.Csv : AssetFile.GeoJsonLines;
            return await OneTenant.Run(config, tenant, locked: true, async services =>
            {
                var imported = await new ErrorProgress().During(HowFar, () => Task.Run(() => import(services, new Brought(text, format)), cancel));
                if (imported.Failure is { } failure) return OneTenant.Refuse(failure);
                Console.WriteLine(imported.Value);
                return ExitCode.Ok;
            }, cancel);
        }

        string HowFar() => text.BaseStream is { Length: > 0 } file && file.Position < file.Length
            ? string.Create(CultureInfo.InvariantCulture, $"{path}: {file.Position * 100 / file.Length} % read ...") : $"{path} is read; comparing and writing ...";
    }

    private sealed record Brought(TextReader Text, AssetFile Format);
}
