using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Organisation.People;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Organisation.Desks;

/// <summary>A place where people can walk in: its identity and hours.</summary>
internal sealed class Desk : IEntry<Desk, DeskDetails>
{
    private Desk()
    {
    }

    public DeskId Id { get; private init; }

    public string Key { get; private set; } = "";

    [NotPersonal("the name of an office")]
    public string Name { get; private set; } = "";

    [NotPersonal("the address of an office")]
    public string Address { get; private set; } = "";

    [NotPersonal("the number of an office")]
    public string Phone { get; private set; } = "";

    public WeekHours Hours { get; private set; } = WeekHours.None;

    public string OpeningTextNl { get; private set; } = "";

    public string OpeningTextEn { get; private set; } = "";

    public int Version { get; private set; }

    public static string UniqueName => nameof(Key);

    public static Result<Desk> Make(DeskDetails details)
    {
        var desk = new Desk { Id = Ids.New<DeskId>() };
        return desk.Fill(details) is { } failure ? failure : desk;
    }

    public Result<Done> Change(DeskDetails details) => Fill(details) is { } failure ? failure : default(Done);

    public IJournalEvent Entered(bool isNew) => isNew ? new DeskMade(Id, Key) : new DeskChanged(Id, Key);

    public DeskCard Card() => new(Id, Key, Name, Address, Phone, Hours, OpeningTextNl, OpeningTextEn, Version);

    private Failure? Fill(DeskDetails details)
    {
        var key = Line.Key(details.Key, nameof(details.Key));
        var name = Line.Required(details.Name, nameof(details.Name), 100);
        var address = Line.Required(details.Address, nameof(details.Address), 200);
        var phone = Line.Phone(details.Phone, nameof(details.Phone));
        var hours = WeekHours.Read(details.Hours, nameof(details.Hours));
        var dutch = Line.Optional(details.OpeningTextNl, nameof(details.OpeningTextNl), 500);
        var english = Line.Optional(details.OpeningTextEn, nameof(details.OpeningTextEn), 500);
        var failure = key.Failure ?? name.Failure ?? address.Failure ?? phone.Failure ?? hours.Failure ?? dutch.Failure ?? english.Failure;
        if (failure is not null) return failure;

        (Key, Name, Address, Phone, Hours) = (key.Value, name.Value, address.Value, phone.Value, hours.Value);
        (OpeningTextNl, OpeningTextEn) = (dutch.Value, english.Value);
        return null;
    }
}

internal sealed class DeskConfiguration : IEntityTypeConfiguration<Desk>
{
    public void Configure(EntityTypeBuilder<Desk> builder)
    {
        builder.ToTable("desks");
        builder.HasKey(desk => desk.Id);
        builder.Property(desk => desk.Key).HasMaxLength(60);
        builder.Property(desk => desk.Name).HasMaxLength(100);
        builder.Property(desk => desk.Address).HasMaxLength(200);
        builder.Property(desk => desk.Phone).HasMaxLength(30);
        builder.Property(desk => desk.Hours).HasConversion<WeekHoursConverter>().HasMaxLength(400);
        builder.Property(desk => desk.OpeningTextNl).HasMaxLength(500);
        builder.Property(desk => desk.OpeningTextEn).HasMaxLength(500);
        builder.HasIndex(desk => desk.Key).IsUnique();
    }
}
