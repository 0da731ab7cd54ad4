using Loket.Kernel;

namespace Loket.Messages.Templates;

/// <summary>A text as it is written: a subject, a short form for text messages and chat, and a body.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Short">One line; the whole of a text message.</param>
/// <param name="Body">The body, in the markup of message texts.</param>
public sealed record TemplateText(string Subject, string Short, string Body)
{
    /// <summary>A text that is filled in.</summary>
    internal sealed record Filled(string Subject, string Short, string Text, string Html);

    /// <summary>Fields that every text may use.</summary>
    internal static IReadOnlyList<string> CommonFields { get; } = ["municipality", "phone", "website", "name", "reference", "subject", "matter"];

    /// <summary>The fields that it uses; fails when a part is not opened and closed in order.</summary>
    internal Result<IReadOnlySet<string>> Fields()
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in (string[])[Subject, Short, Body])
        {
            var read = TemplateSource.Read(source);
            if (!read.Succeeded) return read.Failure;
            fields.UnionWith(read.Value.Fields);
        }

        return fields;
    }

    /// <summary>Fills it in; fails on a missing value.</summary>
    internal Result<Filled> Fill(IReadOnlyDictionary<string, string> values, TemplateFrame frame)
    {
        List<string> names = [.. values.Keys];
        string[] marked = [.. names.Select(name => Secrets.Is(name) ? Secrets.Mark(name) : Clean(values[name]))];
        string[] sources = [Subject, Short, $"{frame.Opening}\n\n{Body}\n\n{frame.Closing}"];
        var parts = new List<string>(sources.Length);
        foreach (var source in sources)
        {
            var read = TemplateSource.Read(source);
            if (!read.Succeeded) return read.Failure;
            var filled = read.Value.Fill(values, field => Markup.Mark(names.IndexOf(field)).ToString());
            if (!filled.Succeeded) return filled.Failure;
            parts.Add(filled.Value);
        }

        return new Filled(Markup.ToLine(parts[0], marked), Markup.ToLine(parts[1], marked), Markup.ToText(parts[2], marked), Markup.ToHtml(parts[2], marked, values.GetValueOrDefault("website")?.TrimEnd('/')));
    }

    // The private use area holds our marks; control characters have no place in a message and PostgreSQL keeps no null.
    internal static string Clean(string value) => string.Concat(
        value.ReplaceLineEndings("\n").Where(character => character == '\n' || (!char.IsControl(character) && character is < '\uE000' or > '\uF8FF')));
}

/// <summary>What stands around a body: the salutation and the close.</summary>
/// <param name="Opening">Above the body.</param>
/// <param name="Closing">Below it.</param>
internal sealed record TemplateFrame(string Opening, string Closing)
{
    public static TemplateFrame None { get; } = new("", "");
}
