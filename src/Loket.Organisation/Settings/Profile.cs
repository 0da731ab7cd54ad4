namespace Loket.Organisation.Settings;

/// <summary>What the municipality is called and how it is reached.</summary>
/// <param name="Name">As residents know it, for example "Gemeente Haarlemmermeer"; at most 100 characters.</param>
/// <param name="ReferencePrefix">Two to four capital letters before each reference, for example HLM.</param>
/// <param name="Phone">The number to call; empty when there is none.</param>
/// <param name="Language">Language of residents whose language is not known: nl or en.</param>
/// <param name="BaseAddress">Address of the site, for links in messages, for example <c>https://loket.example.nl/</c>.</param>
/// <param name="Email">Address from which messages come; empty when there is none.</param>
public sealed record Profile(string Name, string ReferencePrefix, string Phone, string Language, string BaseAddress, string Email = "")
{
    /// <summary>The whole address of a page, for a message or on paper.</summary>
    /// <param name="path">From the root, with its first slash.</param>
    /// <param name="language">In which the page is read: <c>nl</c> or <c>en</c>.</param>
    public string AddressOf(string path, string language = "nl") => BaseAddress.TrimEnd('/') + (language == "en" ? "/en" : "") + path;
}
