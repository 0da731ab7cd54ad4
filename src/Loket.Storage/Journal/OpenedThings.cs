using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>What colleagues opened in the last days and did nothing with: wrote nothing, changed nothing, told nobody. It is counted as looks are written, in the transaction of the look.
/// The caller has checked that the reader may review looks.</summary>
public static class OpenedThings
{
    /// <summary>For so many days it is kept.</summary>
    public const int Days = 30;

    /// <summary>Who opened at least so many things since a day without doing anything with them, most first.</summary>
    public static Task<List<Guid>> Readers(LoketDb db, LocalDate since, int atLeast, int most, CancellationToken cancel) => db.Set<OpenedThing>().Where(one => one.Day >= since && !one.Worked)
        .GroupBy(one => one.Reader).Select(theirs => new { Reader = theirs.Key, Things = theirs.Count() })
        .Where(one => one.Things >= atLeast).OrderByDescending(one => one.Things).ThenBy(one => one.Reader).Take(most).Select(one => one.Reader).ToListAsync(cancel);

    /// <summary>What one of them opened so.</summary>
    public static Task<List<Guid>> By(LoketDb db, Guid reader, LocalDate since, CancellationToken cancel) =>
        db.Set<OpenedThing>().Where(one => one.Reader == reader && one.Day >= since && !one.Worked).Select(one => one.Thing).ToListAsync(cancel);
}

/// <summary>A case or person that a colleague opened or worked on, last on this day.</summary>
internal sealed class OpenedThing
{
    public required Guid Reader { get; init; }

    public required Guid Thing { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Whether this colleague did something with it in all those days.</summary>
    public required bool Worked { get; init; }
}

internal sealed class OpenedThingConfiguration : IEntityTypeConfiguration<OpenedThing>
{
    public const string Table = "opened_things";

    // Once a day is enough: most looks come again the same day and change nothing.
    public const string Standing = """
        ON CONFLICT (reader, thing) DO UPDATE SET day = excluded.day, worked = (opened_things.worked OR excluded.worked)
        WHERE opened_things.day <> excluded.day OR (excluded.worked AND NOT opened_things.worked)
        """;

    public static readonly string[] Columns = ["reader", "thing", "day", "worked"];

    public void Configure(EntityTypeBuilder<OpenedThing> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(one => new { one.Reader, one.Thing });
    }
}
