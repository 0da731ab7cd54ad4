using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Contacts;

/// <summary>One moment in which somebody reached the municipality through one channel.</summary>
internal sealed class Contact
{
    public required ContactId Id { get; init; }

    public required Channel Channel { get; init; }

    public required Instant At { get; init; }

    /// <summary>The day on which a letter or e-mail came in, where that was another than the day on which it was registered; terms of the law count from it.</summary>
    public LocalDate? ReceivedOn { get; init; }

    /// <summary>Who it was; null when they did not say.</summary>
    public CustomerId? CustomerId { get; set; }

    /// <summary>Who acted for that person, and is told about it; null where they came themselves.</summary>
    public CustomerId? RepresentativeId { get; set; }

    /// <summary>The member of staff who took it, or who did it on the resident's behalf (row A11).</summary>
    public StaffId? TakenBy { get; init; }

    /// <summary>What somebody else did for the person whom it is about; null where they came themselves.</summary>
    public Assistance? Assistance { get; init; }

    /// <summary>Who that somebody was, as they said it.</summary>
    [Personal("answering", "case")]
    public string? AssistedBy { get; set; }

    /// <summary>The partner who registered it, when it reached a partner.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How this resident wants to hear about this contact, when they said so.</summary>
    public MessageChannel? ReplyBy { get; set; }

    /// <summary>When its people were erased, with the last of its matters; what is left counts, and is nobody's.</summary>
    public Instant? ErasedAt { get; private set; }

    public List<Matter> Matters { get; } = [];

    /// <summary>Who is told about it.</summary>
    public CustomerId? ToldTo => RepresentativeId ?? CustomerId;

    /// <summary>Nobody stands behind it any more; channel, moment and language stay for figures.</summary>
    public void Erase(Instant at) => (CustomerId, RepresentativeId, AssistedBy, ErasedAt) = (null, null, null, at);

    public Assisted? Assisted => Assistance is { } how ? new Assisted(how, AssistedBy) : null;
}

/// <summary>One of the things that a contact is about; has its own reference, so that two things never share one.</summary>
internal sealed class Matter
{
    public required MatterId Id { get; init; }

    public required ContactId ContactId { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>What the resident says on the phone; unique.</summary>
    public required string Reference { get; init; }

    [Personal("answering", "case")]
    public required string Subject { get; set; }

    [Personal("answering", "case")]
    public string? Text { get; set; }

    public string? CategoryKey { get; set; }

    /// <summary>With what they said that they came, where they were asked; null for what our own people wrote down.</summary>
    public ResidentKind? Kind { get; init; }

    /// <summary>The group (care, youth, debt, …) whose people alone may know that this exists; null for everybody who may see contacts.</summary>
    public string? SensitiveGroup { get; set; }

    /// <summary>Key of the kind of the case that it is on, or was, or by its subject would have been; null as long as it is open and never was on one.</summary>
    public string? CaseType { get; set; }

    /// <summary>Key of the area of the case that it is on, or was: it lies there when nobody said where it lies itself.</summary>
    public string? CaseArea { get; set; }

    public FormalPaper? FormalPaper { get; set; }

    /// <summary>The formal paper that it may be by its words alone; null where there is none, or somebody has decided.</summary>
    public FormalPaper? ProposedPaper { get; set; }

    public Place Place { get; set; } = Place.Unknown;

    /// <summary>How it ended; null while it is open.</summary>
    public Outcome? Outcome { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>To which body it was forwarded, or what was answered.</summary>
    [Personal("answering", "case")]
    public string? OutcomeText { get; private set; }

    /// <summary>The body to which it was forwarded.</summary>
    public PartnerId? ForwardedTo { get; private set; }

    /// <summary>Salted hash of the PIN on the slip, once there is one.</summary>
    public string? PinHash { get; set; }

    /// <summary>Salted hash of the PIN in the letter of receipt, once there is one. Another one than that of the slip, which is handed out before the letter comes.</summary>
    public string? LetterPinHash { get; set; }

    /// <summary>When what was said was erased.</summary>
    public Instant? ErasedAt { get; private set; }

    /// <summary>Nothing that was said is left, and nothing opens it any more. Subject, area and ending stay for figures, the reference so that nobody gets it again.</summary>
    public void Erase(Instant at)
    {
        (Subject, Text, OutcomeText, PinHash, LetterPinHash) = ("", null, null, null, null);
        (Place, ErasedAt) = (new Place { Area = Place.Area }, at);
    }

    /// <summary>Ends the matter; refused when it ended already.</summary>
    public Failure? End(Outcome outcome, string? text, PartnerId? body, Instant at)
    {
        if (Outcome is not null) return ContactFailures.MatterEnded;
        (Outcome, OutcomeText, ForwardedTo, EndedAt) = (outcome, text, body, at);
        return null;
    }

    /// <summary>Takes the ending back.</summary>
    public void Reopen() => (Outcome, OutcomeText, ForwardedTo, EndedAt) = (null, null, null, null);
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contacts");
        builder.HasKey(contact => contact.Id);
        builder.Property(contact => contact.Language).HasMaxLength(2);
        builder.Property(contact => contact.AssistedBy).HasMaxLength(Assisted.LongestBy);
        builder.Ignore(contact => contact.Assisted);
        builder.Ignore(contact => contact.ToldTo);
        builder.HasIndex(contact => new { contact.CustomerId, contact.At });
        builder.HasOne<Customer>().WithMany().HasForeignKey(contact => contact.CustomerId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(contact => contact.RepresentativeId);
        builder.HasIndex(contact => contact.RepresentativeId).HasFilter("representative_id IS NOT NULL");
        builder.HasMany(contact => contact.Matters).WithOne().HasForeignKey(matter => matter.ContactId);
    }

    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.ToTable("matters");
        builder.HasKey(matter => matter.Id);
        builder.Property(matter => matter.Reference).HasMaxLength(16);
        builder.HasIndex(matter => matter.Reference).IsUnique();
        builder.HasIndex(matter => new { matter.ContactId, matter.Ordinal }).IsUnique();
        builder.Property(matter => matter.Subject).HasMaxLength(200);
        builder.Property(matter => matter.CategoryKey).HasMaxLength(60);
        builder.Property(matter => matter.SensitiveGroup).HasMaxLength(40);
        builder.Property(matter => matter.CaseType).HasMaxLength(60);
        builder.Property(matter => matter.CaseArea).HasMaxLength(60);
        builder.ComplexProperty(matter => matter.Place);
        // Few are open, and nobody may forget them.
        builder.HasIndex(matter => matter.ContactId).HasDatabaseName("ix_matters_open").HasFilter("outcome IS NULL");
        // What is on no case goes by itself, in this order; what is gone stands here no more.
        builder.HasIndex(matter => matter.Id, "ix_matters_without_case").HasFilter("erased_at IS NULL AND outcome IN ('Answered', 'Forwarded', 'Callback')");
    }
}
