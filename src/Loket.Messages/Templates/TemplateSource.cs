using System.Collections.Immutable;
using System.Text;
using Loket.Kernel;

namespace Loket.Messages.Templates;

/// <summary>A line or body with fields: <c>{{field}}</c> is filled in, <c>{{#field}}…{{/field}}</c> stays when the field has a value,
/// <c>{{^field}}…{{/field}}</c> when it has none.</summary>
internal sealed class TemplateSource
{
    private readonly IReadOnlyList<Part> parts;

    private TemplateSource(IReadOnlyList<Part> parts) => this.parts = parts;

    /// <summary>Every field, also those that only open a part.</summary>
    public IEnumerable<string> Fields => FieldsOf(parts).Distinct(StringComparer.Ordinal);

    /// <summary>Each place where a field is filled in, with the parts around it: <c>#field</c> or <c>^field</c>.</summary>
    public IEnumerable<FieldUse> Uses => UsesIn(parts, []);

    /// <summary>Reads a text; fails where a part is not opened and closed in order.</summary>
    public static Result<TemplateSource> Read(string text)
    {
        var open = new Stack<(string Field, bool Inverted, List<Part> Parts)>();
        open.Push(("", false, []));
        var from = 0;
        while (text.IndexOf("{{", from, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0) return MessageFailures.SectionUnbalanced.With(text[start..Math.Min(text.Length, start + 30)]);
            if (start > from) open.Peek().Parts.Add(new Literal(text[from..start]));
            var tag = text[(start + 2)..end].Trim();
            from = end + 2;
            switch (tag.Length > 0 ? tag[0] : ' ')
            {
                case '#' or '^':
                    open.Push((tag[1..].Trim(), tag[0] == '^', []));
                    break;
                case '/':
                    var closed = open.Pop();
                    if (open.Count == 0 || closed.Field != tag[1..].Trim()) return MessageFailures.SectionUnbalanced.With(tag[1..].Trim());
                    open.Peek().Parts.Add(new Section(closed.Field, closed.Inverted, closed.Parts));
                    break;
                default:
                    open.Peek().Parts.Add(new Field(tag));
                    break;
            }
        }

        if (open.Count > 1) return MessageFailures.SectionUnbalanced.With(open.Peek().Field);
        open.Peek().Parts.Add(new Literal(text[from..]));
        return new TemplateSource(open.Pop().Parts);
    }

    /// <summary>The text with each field replaced by what <paramref name="fill"/> gives for it; a field without value is a failure.</summary>
    public Result<string> Fill(IReadOnlyDictionary<string, string> values, Func<string, string> fill)
    {
        var filled = new StringBuilder();
        return Fill(parts, values, fill, filled) is { } missing ? MessageFailures.FieldMissing.With(missing) : filled.ToString();
    }

    private static string? Fill(IReadOnlyList<Part> parts, IReadOnlyDictionary<string, string> values, Func<string, string> fill, StringBuilder filled)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Literal literal:
                    filled.Append(literal.Text);
                    break;
                case Field field when !Has(values, field.Name):
                    return field.Name;
                case Field field:
                    filled.Append(fill(field.Name));
                    break;
                case Section section when Has(values, section.Field) != section.Inverted:
                    if (Fill(section.Parts, values, fill, filled) is { } missing) return missing;
                    break;
            }
        }

        return null;
    }

    private static bool Has(IReadOnlyDictionary<string, string> values, string field) =>
        values.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value);

    private static IEnumerable<string> FieldsOf(IEnumerable<Part> parts) => parts.SelectMany(part => part switch
    {
        Field field => [field.Name],
        Section section => FieldsOf(section.Parts).Prepend(section.Field),
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<FieldUse> UsesIn(IEnumerable<Part> parts, ImmutableHashSet<string> around) => parts.SelectMany(part => part switch
    {
        Field field => [new FieldUse(field.Name, around)],
        Section section => UsesIn(section.Parts, around.Add((section.Inverted ? "^" : "#") + section.Field)),
        _ => Enumerable.Empty<FieldUse>(),
    });

    /// <summary>A place where a field is filled in.</summary>
    internal sealed record FieldUse(string Name, ImmutableHashSet<string> Around);

    private abstract record Part;

    private sealed record Literal(string Text) : Part;

    private sealed record Field(string Name) : Part;

    private sealed record Section(string Field, bool Inverted, IReadOnlyList<Part> Parts) : Part;
}
