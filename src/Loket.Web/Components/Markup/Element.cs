using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Loket.Web.Components;

/// <summary>An element of a page, built in code; text and attribute values are encoded when it is written.</summary>
/// <remarks>Attributes keep the order in which they were set, so that a test can compare whole mark-up.</remarks>
internal sealed class Element(string name) : IHtmlContent
{
    private static readonly HashSet<string> Void = ["input", "br", "hr", "img"];
    private readonly List<(string Name, object? Value)> attributes = [];
    private readonly List<object> children = [];

    /// <summary>Sets an attribute; null and false leave it out, true writes it without a value.</summary>
    public Element With(string attribute, object? value)
    {
        if (value is null or false) return this;
        attributes.RemoveAll(known => known.Name == attribute);
        attributes.Add((attribute, value));
        return this;
    }

    /// <summary>Sets attributes that a page gave beyond those that the component knows.</summary>
    public Element With(IEnumerable<KeyValuePair<string, object?>> more)
    {
        foreach (var (attribute, value) in more)
        {
            if (attribute == "class") Class(value?.ToString());
            else With(attribute, value);
        }

        return this;
    }

    /// <summary>Adds classes.</summary>
    public Element Class(string? classes, bool when = true)
    {
        if (!when || string.IsNullOrEmpty(classes)) return this;
        var known = attributes.FindIndex(attribute => attribute.Name == "class");
        if (known < 0) attributes.Insert(0, ("class", classes));
        else attributes[known] = ("class", attributes[known].Value + " " + classes);
        return this;
    }

    /// <summary>Adds children: text (encoded), content, or null for nothing.</summary>
    public Element Add(params ReadOnlySpan<object?> more)
    {
        foreach (var child in more)
        {
            if (child is not null) children.Add(child);
        }

        return this;
    }

    /// <summary>Adds one child for each item.</summary>
    public Element AddEach<T>(IEnumerable<T> items, Func<T, object?> child)
    {
        foreach (var item in items) Add(child(item));
        return this;
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            if (value is true) continue;
            writer.Write("=\"");
            Write(value!, writer, encoder);
            writer.Write('"');
        }

        writer.Write('>');
        if (Void.Contains(name)) return;
        foreach (var child in children) Write(child, writer, encoder);
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }

    private static void Write(object value, TextWriter writer, HtmlEncoder encoder)
    {
        if (value is IHtmlContent content) content.WriteTo(writer, encoder);
        else encoder.Encode(writer, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }
}
