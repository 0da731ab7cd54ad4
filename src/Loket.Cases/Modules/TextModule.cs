using System.Text.RegularExpressions;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Cases.Modules;

/// <summary>Whose a text module is: one person's, a team's, or everybody's when neither is named.</summary>
public sealed record ModuleOwner(StaffId? Person, TeamId? Team)
{
    /// <summary>For everybody who works here.</summary>
    public static ModuleOwner Everybody { get; } = new(null, null);
}

/// <summary>What is filled in about a text module.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Code">2 to 20 small letters, digits and hyphens, with or without the slash before it; one of a kind for its owner.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Dutch">The text.</param>
/// <param name="English">The same in English; may be left out.</param>
/// <param name="CaseType">Key of the kind of case for which alone it is offered; null for all.</param>
public sealed record ModuleDetails(ModuleOwner Owner, string? Code, string? Name, string? Dutch, string? English, string? CaseType);

/// <summary>A short text that is written often.</summary>
internal sealed partial class TextModule : IVersioned
{
    public const int LongestCode = 20;

    public const int LongestName = 60;

    public const int LongestText = 4_000;

    public required TextModuleId Id { get; init; }

    /// <summary>From 1; 0 stands for one that is yet to be made.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Whose it is; null where it is a team's or everybody's.</summary>
    public StaffId? Owner { get; private set; }

    /// <summary>The team whose it is; null where it is somebody's own or everybody's.</summary>
    public TeamId? Team { get; private set; }

    [Personal("working together", "employment")]
    public string Code { get; private set; } = "";

    [Personal("working together", "employment")]
    public string Name { get; private set; } = "";

    [Personal("working together", "employment")]
    public string Dutch { get; private set; } = "";

    [Personal("working together", "employment")]
    public string? English { get; private set; }

    public string? CaseType { get; private set; }

    public Failure? Change(ModuleDetails details)
    {
        var code = CodeOf(details.Code);
        if (!CodeForm().IsMatch(code)) return ModuleFailures.CodeInvalid;
        var name = CleanText.Line(details.Name, LongestName);
        if (!name.Succeeded) return name.Failure.At(nameof(Name));
        if (name.Value.Length == 0) return ModuleFailures.NameMissing;
        var dutch = CleanText.Lines(details.Dutch, LongestText);
        if (!dutch.Succeeded) return dutch.Failure.At(nameof(Dutch));
        if (dutch.Value.Length == 0) return ModuleFailures.TextMissing;
        if (ModuleText.Check(dutch.Value, "nl") is { } wrong) return wrong.At(nameof(Dutch));
        var english = CleanText.Lines(details.English, LongestText);
        if (!english.Succeeded) return english.Failure.At(nameof(English));
        if (ModuleText.Check(english.Value, "en") is { } wrongToo) return wrongToo.At(nameof(English));

        (Owner, Team, Code, Name, Dutch) = (details.Owner.Person, details.Owner.Team, code, name.Value, dutch.Value);
        English = english.Value.Length > 0 ? english.Value : null;
        CaseType = string.IsNullOrEmpty(details.CaseType) ? null : details.CaseType;
        return null;
    }

    /// <summary>A code as it is kept: people write the slash before it, or a capital.</summary>
    public static string CodeOf(string? typed) => (typed ?? "").Trim().TrimStart('/').ToLowerInvariant();

    public ModuleCard Card() => new(Id, new ModuleOwner(Owner, Team), Code, Name, Dutch, English, CaseType, Version);

    [GeneratedRegex("^[a-z0-9-]{2,20}$", RegexOptions.None, 1_000)]
    private static partial Regex CodeForm();
}

internal sealed class TextModuleConfiguration : IEntityTypeConfiguration<TextModule>
{
    public void Configure(EntityTypeBuilder<TextModule> builder)
    {
        builder.ToTable("text_modules", table => table.HasCheckConstraint("ck_text_modules_whose", "owner IS NULL OR team IS NULL"));
        builder.HasKey(module => module.Id);
        builder.Property(module => module.Code).HasMaxLength(TextModule.LongestCode);
        builder.Property(module => module.Name).HasMaxLength(TextModule.LongestName);
        // A key, not a reference: a module whose kind of case is gone is offered nowhere, and can be mended.
        builder.Property(module => module.CaseType).HasMaxLength(60);
        builder.HasIndex(module => new { module.Owner, module.Code }).IsUnique().HasFilter("owner IS NOT NULL");
        builder.HasIndex(module => new { module.Team, module.Code }).IsUnique().HasFilter("team IS NOT NULL");
        builder.HasIndex(module => module.Code).IsUnique().HasFilter("owner IS NULL AND team IS NULL");
    }
}
