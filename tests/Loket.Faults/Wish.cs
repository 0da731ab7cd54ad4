namespace Loket.Faults;

/// <summary>Something that a client asked for once, and keeps asking for until it is answered.</summary>
/// <param name="Number">Which one; its text, address and key follow from it.</param>
/// <param name="Mail">Where the person wants to hear of it; null for who wants a text message.</param>
/// <param name="Phone">The telephone, for who wants a text message.</param>
internal sealed record Wish(int Number, string? Mail, string? Phone)
{
    /// <summary>What stands in the contact and nowhere else.</summary>
    public string Mark => $"wens-{Number}.";

    /// <summary>Its idempotency key.</summary>
    public string Key => $"wens-{Number}";

    /// <summary>The reference that the client was given; null as long as nothing was acknowledged.</summary>
    public string? Acknowledged { get; set; }
}
