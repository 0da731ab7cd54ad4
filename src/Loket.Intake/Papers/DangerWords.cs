using Loket.Kernel.Text;

namespace Loket.Intake.Papers;

/// <summary>Words that say that something cannot wait: then nothing is joined by itself and, outside working hours, somebody is paged.</summary>
public static class DangerWords
{
    private static readonly string[] Signs =
    [
        "losse draad", "losse draden", "losse kabel", "losse kabels", "blootliggende", "open luik", "luik open", "luikje open", "onder stroom", "staat stroom",
        "schrikdraad", "gaslucht", "gaslek", "ruik gas", "omgevallen", "dreigt te vallen", "dreigt om te vallen", "staat op omvallen", "ligt op de weg",
        "levensgevaar", "gevaarlijk", "gevaar voor", "in brand", "brandt af", "instorten", "ingestort", "verzakt", "sinkhole", "gewond", "glad door olie", "olie op de weg",
        "put open", "putdeksel weg", "putdeksel mist", "kind gevallen", "loose wire", "loose wires", "live wire", "danger", "gas leak", "collapsed",
    ];

    /// <summary>Whether the words tell of danger.</summary>
    public static bool In(string? subject, string? text)
    {
        var folded = Fold.Of(subject + " " + text);
        return Signs.Any(sign => folded.Contains(sign, StringComparison.Ordinal));
    }
}
