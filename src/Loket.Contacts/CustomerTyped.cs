using Loket.Kernel;
using Loket.Kernel.Text;

namespace Loket.Contacts;

/// <summary>What somebody said of themselves, as it was typed; all may be missing.</summary>
public sealed record CustomerTyped(
    [property: Personal("answering", "case")] string? Name = null,
    [property: Personal("answering", "case")] string? Phone = null,
    [property: Personal("answering", "case")] string? Email = null,
    [property: Personal("answering", "case")] string? Address = null,
    string Language = "nl",
    CustomerKind? Kind = null)
{
    private const int LongestAddress = 500;

    /// <summary>In the one form in which it is kept and compared; a failure at <c>Name</c>, <c>Phone</c>, <c>Email</c> or <c>Address</c>.</summary>
    public Result<CustomerDetails> Read()
    {
        var (name, address) = (CleanText.Line(Name, Customer.LongestName), CleanText.Lines(Address, LongestAddress));
        Result<string?> phone = string.IsNullOrWhiteSpace(Phone) ? (string?)null : NormalisedPhone.Read(Phone).Then(read => (string?)read.E164);
        Result<string?> email = string.IsNullOrWhiteSpace(Email) ? (string?)null : NormalisedEmail.Read(Email).Then(read => (string?)read.Address);
        var failure = name.Failure?.At(nameof(Name)) ?? phone.Failure?.At(nameof(Phone)) ?? email.Failure?.At(nameof(Email)) ?? address.Failure?.At(nameof(Address));
        if (failure is not null) return failure;
        return new CustomerDetails(
            name.Value is { Length: > 0 } called ? called : null, phone.Value, email.Value, address.Value is { Length: > 0 } lines ? lines : null,
            Language == "en" ? "en" : "nl", Kind);
    }
}
