using Loket.Contacts;
using Loket.Kernel.Text;

namespace Loket.Cases.Telling;

/// <summary>By what somebody is known.</summary>
public enum TraitKind
{
    /// <summary>First and last name together.</summary>
    Name,

    /// <summary>One name alone, which may be an ordinary word.</summary>
    OneName,

    /// <summary>A last name behind a form of address: "mevrouw Visser", "dhr. A. de Visser".</summary>
    AddressedName,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>Something by which somebody is known, as it was given.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">As it was given.</param>
public sealed record Trait(TraitKind Kind, string Value)
{
    /// <summary>Whether a text that holds it names somebody for sure.</summary>
    public bool IsCertain => Kind != TraitKind.OneName;
}

/// <summary>Finds in a text what says who somebody is. Pure: one text, and what the people are known by.</summary>
public static class Traits
{
    private const int ShortestName = 3;
    private const int DigitsThatMatter = 9;   // of a Dutch number, without 0 or +31 before it

    private static readonly HashSet<string> FormsOfAddress = new(
        ["meneer", "mijnheer", "mevrouw", "heer", "dhr", "hr", "mevr", "mw", "familie", "fam", "mr", "mrs", "ms", "miss"], StringComparer.Ordinal);

    // What stands between a form of address and a name, besides initials.
    private static readonly HashSet<string> Prefixes = new(["de", "den", "der", "van", "von", "ter", "ten", "te", "het", "la", "le", "el"], StringComparer.Ordinal);

    /// <summary>What everybody behind a contact is known by: whose it is, and who acted for them.</summary>
    internal static IEnumerable<Trait> Of(Recipient recipient) =>
        recipient.Behind.SelectMany(one => Of(one.Name, new[] { one.Phone }.OfType<string>(), new[] { one.Email }.OfType<string>()));

    /// <summary>What a person is known by, what is certain first.</summary>
    public static IEnumerable<Trait> Of(string? name, IEnumerable<string> phones, IEnumerable<string> emails)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 1) yield return new Trait(TraitKind.Name, string.Join(' ', words));
        foreach (var phone in phones.Where(phone => phone.Count(char.IsAsciiDigit) >= DigitsThatMatter)) yield return new Trait(TraitKind.Phone, phone);
        foreach (var email in emails) yield return new Trait(TraitKind.Email, email);
        if (words.Length > 0 && words[^1].Length >= ShortestName) yield return new Trait(TraitKind.OneName, words[^1]);
    }

    /// <summary>Those of the traits that the text holds. One name alone counts with a capital only: "Visser" is a person, "visser" an occupation; behind a form of
    /// address it is a person for sure.</summary>
    public static IEnumerable<Trait> In(string text, IEnumerable<Trait> traits)
    {
        var folded = $" {Folded(text)} ";
        var words = Words(text);
        var capitals = words.Where(word => char.IsUpper(word[0])).Select(Fold.Of).ToHashSet(StringComparer.Ordinal);
        var addressed = Addressed(words).ToHashSet(StringComparer.Ordinal);
        var digits = Digits(text);
        return traits.Select(trait => trait.Kind == TraitKind.OneName && addressed.Contains(Folded(trait.Value)) ? trait with { Kind = TraitKind.AddressedName } : trait).Where(trait => trait.Kind switch
        {
            TraitKind.Name => folded.Contains($" {Folded(trait.Value)} ", StringComparison.Ordinal),
            TraitKind.OneName => capitals.Contains(Folded(trait.Value)),
            TraitKind.AddressedName => true,
            TraitKind.Phone => digits.Contains(string.Concat(trait.Value.Where(char.IsAsciiDigit))[^DigitsThatMatter..], StringComparison.Ordinal),
            _ => text.Contains(trait.Value, StringComparison.OrdinalIgnoreCase),
        });
    }

    // The words with a capital that stand behind a form of address.
    private static IEnumerable<string> Addressed(string[] words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (!char.IsUpper(words[at][0])) continue;
            var before = at - 1;
            while (before > 0 && (words[before].Length == 1 || Prefixes.Contains(Fold.Of(words[before])))) before--;
            if (FormsOfAddress.Contains(Fold.Of(words[before]))) yield return Fold.Of(words[at]);
        }
    }

    private static string Folded(string text) => Fold.Of(string.Join(' ', Words(text)));

    private static string[] Words(string text) =>
        string.Concat(text.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // The groups of a number belong together, two numbers in a text don't.
    private static string Digits(string text) => string.Concat(text.Where(sign => !(char.IsWhiteSpace(sign) || sign is '-' or '(' or ')' or '/' or '.')).Select(sign => char.IsAsciiDigit(sign) ? sign : ' '));
}
