namespace Loket.Cases.Danger;

/// <summary>What tells of danger whatever it is about, in both languages; see <see cref="Kernel.Text.WordSigns"/> for how it is found.</summary>
internal static class DangerSigns
{
    public static IReadOnlyList<string> General { get; } =
    [
        // What kills at a touch.
        "losse draden", "losse kabels", "blote draden", "hangende draden", "blootliggende draden", "blootliggende kabels", "open luik", "onder stroom", "staat stroom op",
        "stroomschok", "kortsluiting", "vonken", "schrikdraad", "loose wires", "live wires", "exposed wires", "bare wires", "open hatch", "electric shock", "sparks",
        // Fire, smoke and gas.
        "in brand", "brand uitgebroken", "brandt af", "uitslaande brand", "vlammen", "komt rook", "rook uit", "rookontwikkeling", "explosie", "ontploffing", "ontploft", "ontploffen",
        "gaslucht", "gaslek", "gasgeur", "ruik gas", "ruiken gas", "ruikt naar gas", "koolmonoxide", "on fire", "fire broke out", "flames", "smoke from", "smoke coming", "explosion", "exploded",
        "gas leak", "smell gas", "smell of gas", "smells of gas", "carbon monoxide",
        // What falls, lies or gapes where people pass.
        "omgevallen", "dreigt te vallen", "dreigt om te vallen", "kan omvallen", "om kan vallen", "staat op omvallen", "staat op instorten", "instorten", "ingestort", "instortingsgevaar", "ligt op de weg",
        "ligt over de weg", "ligt over het fietspad", "hangt over het fietspad", "hangt over de weg", "open put", "put open", "deksel weg", "deksel mist", "putdeksel weg", "putdeksel mist", "deksel ligt ernaast",
        "sinkhole", "weg weggezakt", "glad door olie", "olie op de weg", "collapsed", "about to collapse", "about to fall", "fell over", "fallen tree", "open manhole", "cover is gone", "cover is missing",
        "oil on the road",
        // People who are hurt, or will be.
        "levensgevaar", "levensgevaarlijk", "gevaarlijk", "gevaar", "gewond", "zwaargewond", "bewusteloos", "bloedt", "reanimatie", "reanimeren", "kind gevallen", "fietser gevallen", "verdrinken", "verdrinkt", "verdronken",
        "in het water gevallen", "door het ijs", "onder een auto", "schiet op mensen", "geschoten", "schietpartij", "gestoken", "steekpartij", "vuurwapen", "pistool", "met een mes", "bedreigt mij", "mishandeld", "mishandeling",
        "zelfmoord", "danger", "dangerous", "life threatening", "injured", "bleeding", "unconscious", "drowning", "through the ice", "shooting", "shots fired", "stabbed", "suicide",
        // What nobody may breathe or touch.
        "asbest", "chemische stoffen", "giftig", "giftige stoffen", "asbestos", "toxic", "poisonous",
    ];
}
