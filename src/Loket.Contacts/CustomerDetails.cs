using Loket.Kernel;

namespace Loket.Contacts;

/// <summary>What somebody said of themselves; all may be missing.</summary>
/// <param name="Name">As they say it.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="Email">Normalised.</param>
/// <param name="Address">Postal address, in lines.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Kind">Person or company; null where that was not said: a known customer stays what they are, and who is new is a person.</param>
public sealed record CustomerDetails(
    [property: Personal("answering", "case")] string? Name = null,
    [property: Personal("answering", "case")] string? Phone = null,
    [property: Personal("answering", "case")] string? Email = null,
    [property: Personal("answering", "case")] string? Address = null,
    string Language = "nl",
    CustomerKind? Kind = null)
{
    /// <summary>Whether nothing was said: an anonymous contact.</summary>
    public bool IsEmpty => (Name, Phone, Email, Address) is (null or "", null or "", null or "", null or "");
}
