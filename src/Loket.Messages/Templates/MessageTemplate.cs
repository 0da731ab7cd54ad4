using Loket.Kernel;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Messages.Templates;

/// <summary>Identifies a text of the municipality's own.</summary>
internal readonly record struct TemplateId(Guid Value) : IId<TemplateId>
{
    public static TemplateId From(Guid value) => new(value);
}

/// <summary>A text of the municipality's own, in place of the standard one.</summary>
[NotPersonal("a text with fields, before it is filled in")]
internal sealed class MessageTemplate : IVersioned, IStanding
{
    /// <summary>In characters, as each below.</summary>
    public const int LongestSubject = 300;

    public const int LongestShort = 1_000;

    public const int LongestBody = 20_000;

    public required TemplateId Id { get; init; }

    public required string Key { get; init; }

    public required string Language { get; init; }

    [NotPersonal("a text with fields, the same for everybody")]
    public string Subject { get; private set; } = "";

    [NotPersonal("a text with fields, the same for everybody")]
    public string Short { get; private set; } = "";

    [NotPersonal("a text with fields, the same for everybody")]
    public string Body { get; private set; } = "";

    public Instant ChangedAt { get; private set; }

    /// <summary>From 1; 0 stands for the standard text.</summary>
    public int Version { get; private set; } = 1;

    public TemplateText Text => new(Subject, Short, Body);

    /// <summary>Takes a text over that can be filled in with what the standard text is filled in with.</summary>
    public Failure? Change(TemplateText text, Instant at)
    {
        if (string.IsNullOrWhiteSpace(text.Subject)) return MessageFailures.SubjectMissing;
        if (string.IsNullOrWhiteSpace(text.Body)) return MessageFailures.BodyMissing;
        if (text.Subject.Trim().Length > LongestSubject) return MessageFailures.TemplateTooLong.At(nameof(Subject)).With(LongestSubject);
        if (text.Short.Trim().Length > LongestShort) return MessageFailures.TemplateTooLong.At(nameof(Short)).With(LongestShort);
        if (text.Body.Trim().Length > LongestBody) return MessageFailures.TemplateTooLong.At(nameof(Body)).With(LongestBody);
        var fields = text.Fields();
        if (!fields.Succeeded) return fields.Failure;
        var known = KnownFields(Key);
        if (fields.Value.Where(field => !known.Contains(field)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            return MessageFailures.FieldUnknown.With(unknown);

        (Subject, Short, Body, ChangedAt) = (text.Subject.Trim(), text.Short.Trim(), text.Body.Trim(), at);
        return null;
    }

    /// <summary>The fields of the standard texts under a key, and those that every text may use.</summary>
    public static IReadOnlySet<string> KnownFields(string key) => StandardTemplates.All.Where(standard => standard.Key == key)
        .SelectMany(standard => StandardTemplates.Find(standard.Key, standard.Language)!.Fields().Value)
        .Concat(TemplateText.CommonFields).ToHashSet(StringComparer.Ordinal);
}

internal sealed class MessageTemplateConfiguration : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.ToTable("message_templates");
        builder.HasKey(template => template.Id);
        builder.Property(template => template.Key).HasMaxLength(80);
        builder.Property(template => template.Language).HasMaxLength(10);
        builder.Property(template => template.Subject).HasMaxLength(MessageTemplate.LongestSubject);
        builder.Property(template => template.Short).HasMaxLength(MessageTemplate.LongestShort);
        builder.HasIndex(template => new { template.Key, template.Language }).IsUnique();
        builder.Ignore(template => template.Text);
    }
}
