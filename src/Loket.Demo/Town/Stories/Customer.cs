namespace Loket.Demo.Town;

/// <summary>How somebody wants to be told.</summary>
public enum ReplyBy
{
    Email,
    Sms,
    Phone,
    Letter,
    Desk,
}

/// <summary>An invented resident or company.</summary>
/// <param name="Number">The same number is the same customer, in every story.</param>
/// <param name="Organisation">Name of the company, for who asks on behalf of one.</param>
/// <param name="Phone">As a Dutchman writes it; people of one home may share it.</param>
/// <param name="Email">In a domain that is reserved for examples.</param>
/// <param name="Language">"nl" or "en".</param>
public sealed record Customer(int Number, PersonName Name, string? Organisation, string? Phone, string? Email, ReplyBy Preferred, string Language, Address Home);
