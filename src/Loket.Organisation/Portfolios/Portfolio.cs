using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Storage.Journal;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Organisation.Portfolios;

/// <summary>The subjects of one member of the municipal executive (row A2); who holds it changes, the key by which subjects name it does not.</summary>
internal sealed class Portfolio : IEntry<Portfolio, PortfolioDetails>, IStanding
{
    private Portfolio()
    {
    }

    public PortfolioId Id { get; private init; }

    public string Key { get; private set; } = "";

    public string NameNl { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    [NotPersonal("who holds a public office is public")]
    public string Holder { get; private set; } = "";

    public Office Office { get; private set; }

    public int Version { get; private set; }

    public static string UniqueName => nameof(Key);

    public static Result<Portfolio> Make(PortfolioDetails details)
    {
        var portfolio = new Portfolio { Id = Ids.New<PortfolioId>() };
        return portfolio.Fill(details) is { } failure ? failure : portfolio;
    }

    public Result<Done> Change(PortfolioDetails details) => Fill(details with { Key = Key }) is { } failure ? failure : default(Done);

    public IJournalEvent Entered(bool isNew) => isNew ? new PortfolioMade(Id, Key) : new PortfolioChanged(Id, Key);

    public PortfolioCard Card() => new(Id, Key, NameNl, NameEn, Holder, Office, Version);

    private Failure? Fill(PortfolioDetails details)
    {
        var key = Line.Key(details.Key, nameof(details.Key));
        var dutch = Line.Required(details.NameNl, nameof(details.NameNl), 100);
        var english = Line.Required(details.NameEn, nameof(details.NameEn), 100);
        var holder = Line.Required(details.Holder, nameof(details.Holder), 100);
        var failure = dutch.Failure ?? english.Failure ?? key.Failure ?? holder.Failure;
        if (failure is not null) return failure;

        (Key, NameNl, NameEn, Holder, Office) = (key.Value, dutch.Value, english.Value, holder.Value, details.Office);
        return null;
    }
}

internal sealed class PortfolioConfiguration : IEntityTypeConfiguration<Portfolio>
{
    public void Configure(EntityTypeBuilder<Portfolio> builder)
    {
        builder.ToTable("portfolios");
        builder.HasKey(portfolio => portfolio.Id);
        builder.Property(portfolio => portfolio.Key).HasMaxLength(60);
        builder.Property(portfolio => portfolio.NameNl).HasMaxLength(100);
        builder.Property(portfolio => portfolio.NameEn).HasMaxLength(100);
        builder.Property(portfolio => portfolio.Holder).HasMaxLength(100);
        builder.HasIndex(portfolio => portfolio.Key).IsUnique();
    }
}
