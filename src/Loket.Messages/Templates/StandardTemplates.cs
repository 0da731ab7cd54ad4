using System.Collections.Frozen;
using System.Reflection;

namespace Loket.Messages.Templates;

/// <summary>The texts that come with the program, in Dutch and English.</summary>
internal static class StandardTemplates
{
    private const string Prefix = "Loket.Messages.Texts.";

    private static readonly FrozenDictionary<string, string> Files = Read();

    private static readonly FrozenDictionary<(string Key, string Language), TemplateText> Texts = Files
        .Where(file => !file.Key.StartsWith("frame-", StringComparison.Ordinal))
        .ToFrozenDictionary(file => Name(file.Key), file => Text(file.Value));

    private static readonly FrozenDictionary<(string Key, string Language), TemplateFrame> Frames = Files
        .Where(file => file.Key.StartsWith("frame-", StringComparison.Ordinal))
        .ToFrozenDictionary(file => Name(file.Key), file => Frame(file.Value));

    /// <summary>Every key with its languages.</summary>
    public static IEnumerable<(string Key, string Language)> All => Texts.Keys;

    public static TemplateText? Find(string key, string language) => Texts.GetValueOrDefault((key, language));

    /// <summary>What stands around a text: residents, partners and colleagues are greeted differently.</summary>
    public static TemplateFrame FrameOf(string key, string language)
    {
        var readers = key.StartsWith("partner-", StringComparison.Ordinal) && key != TemplateKeys.PartnerPlanned ? "partner"
            : key.StartsWith("staff-", StringComparison.Ordinal) ? "staff" : "resident";
        return Frames.GetValueOrDefault(($"frame-{readers}", language)) ?? TemplateFrame.None;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..^".txt".Length],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd().ReplaceLineEndings("\n");
            });
    }

    private static (string Key, string Language) Name(string file) => (file[..file.IndexOf('.')], file[(file.IndexOf('.') + 1)..]);

    private static TemplateText Text(string file)
    {
        var lines = file.Split('\n', 3);
        return new TemplateText(lines[0]["subject: ".Length..], lines[1]["short: ".Length..], lines[2].Trim());
    }

    private static TemplateFrame Frame(string file)
    {
        var parts = file.Split("\n---\n", 2);
        return new TemplateFrame(parts[0].Trim(), parts[1].Trim());
    }
}
