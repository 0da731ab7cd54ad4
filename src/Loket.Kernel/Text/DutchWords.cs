using System.Collections.Frozen;

namespace Loket.Kernel.Text;

/// <summary>What little Dutch it takes to compare subject lines: small words and crude stems. Search has an analyser of its own.</summary>
internal static class DutchWords
{
    // Words that occur in any line, whatever it is about; folded.
    private static readonly FrozenSet<string> Small = Split("""
        de het een der den des te ten ter en of maar want dus als dan dat die dit deze er hier daar waar wie wat welke hoe waarom wanneer
        ik je jij jouw u uw hij zij ze wij we ons onze onszelf jullie hun hen haar zijn mijn men zich iemand iets niets niemand alles alle
        aan af al achter bij binnen boven buiten door in langs met na naar naast om onder op over per rond sinds tegen tot tussen uit van vanaf via voor voorbij zonder
        ben bent is was waren word wordt worden werd heb hebt heeft hebben had hadden kan kunt kunnen kon zal zullen zou wil willen wilt mag mogen moet moeten gaat gaan komt komen
        niet geen wel nog nu nooit altijd ook weer steeds al alweer erg heel zeer veel vaak meer zo toch even eens opnieuw dag dagen week weken tijd geleden vandaag gisteren
        graag goedemorgen goedemiddag geachte beste hallo bedankt dank alvast groet nummer nr huisnummer hoek hoogte vraag melding meld melden klacht verzoek gemeente meneer mevrouw
        """);

    private static readonly FrozenSet<string> WrongStems = Split("""
        kapot kapotte stuk defect defecte storing probleem problemen doet doen werkt werken brandt branden uitgevallen gebroken beschadigd beschadigde vernield vernielde los losse scheef slecht slechte gevaarlijk
        """).Select(Stem).ToFrozenSet();

    /// <summary>Whether a folded word says nothing about the subject.</summary>
    public static bool IsSmall(string folded) => Small.Contains(folded);

    /// <summary>Whether a stem says that something is wrong but not with what.</summary>
    public static bool SaysOnlyThatSomethingIsWrong(string stem) => WrongStems.Contains(stem);

    /// <summary>A crude stem of a folded word: the same for singular and plural, and for the common forms of a verb. Not a word that anyone should see.</summary>
    /// <remarks>Takes off -s after -er, -el, -en and the like, the diminutive, -en or -e, and -t after a consonant; then writes double letters once and v, z at the end as f, s:
    /// lampen and lampje become lamp, palen and paal become pal, huizen and huis become huis, brandt and branden become brand.</remarks>
    public static string Stem(string folded)
    {
        var stem = WithoutEnding(folded);
        if (stem.Length >= 4 && stem.EndsWith('t') && !IsVowel(stem[^2])) stem = stem[..^1];
        return Ending(WithoutDoubles(stem));
    }

    /// <summary>The same, but what only a verb has stays: draden becomes drad as draad does, but brandt does not become brand.</summary>
    public static string Singular(string folded) => Ending(WithoutDoubles(WithoutEnding(folded)));

    private static string WithoutEnding(string folded)
    {
        var stem = folded;
        if (stem.Length >= 6 && EndsWithAny(stem, "ers", "els", "ens", "ems", "rns", "ars", "ies", "oos")) stem = stem[..^1];
        if (stem.Length >= 6 && EndsWithAny(stem, "je", "jes")) return WithoutDiminutive(stem.TrimEnd('s')[..^2]);
        if (stem.Length >= 5 && stem.EndsWith("en", StringComparison.Ordinal)) return stem[..^2];
        return stem.Length >= 4 && stem.EndsWith('e') ? stem[..^1] : stem;
    }

    private static string WithoutDoubles(string stem)
    {
        var kept = new char[stem.Length];
        var length = 0;
        foreach (var letter in stem)
        {
            if (length == 0 || letter != kept[length - 1]) kept[length++] = letter;
        }

        return new string(kept, 0, length);
    }

    private static string Ending(string stem) => stem[^1] switch
    {
        'v' => $"{stem[..^1]}f",
        'z' => $"{stem[..^1]}s",
        _ => stem,
    };

    // What is left of the word before -je. A paaltje is a paal and a boompje a boom, but a lampje is a lamp and a kastje a kast.
    private static string WithoutDiminutive(string left) => left switch
    {
        [.., 'l' or 'n' or 'r' or 'w', 't'] => left[..^1],
        [.., var first, var second, 'm', 'p'] when IsVowel(first) && IsVowel(second) => left[..^1],
        _ => left,
    };

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j';

    private static FrozenSet<string> Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
