namespace Loket.Web.Pages.Staff;

/// <summary>Addresses of the staff's pages; <c>~/</c> stays in the reader's language.</summary>
public static class Links
{
    /// <summary>New contact.</summary>
    public const string Intake = "~/intake";

    /// <summary>Contacts without an ending.</summary>
    public const string OpenMatters = "~/intake/open";

    /// <summary>The text modules that one keeps.</summary>
    public const string Modules = "~/tekstblokken";

    /// <summary>Going to anything by its name or number.</summary>
    public const string GoTo = "~/ga-naar";

    /// <summary>The overview of keyboard shortcuts.</summary>
    public const string Shortcuts = "~/sneltoetsen";

    /// <summary>The first work list.</summary>
    public const string Work = "~/werk";

    /// <summary>The first list of callback requests.</summary>
    public const string Callbacks = "~/terugbellen";

    /// <summary>The first list of messages.</summary>
    public const string Messages = "~/berichten";

    /// <summary>Giving somebody all that is kept of them.</summary>
    public const string Access = "~/inzageverzoek";

    /// <summary>Opening in an emergency what one may not know of.</summary>
    public const string Emergency = "~/noodtoegang";

    /// <summary>The find box.</summary>
    public const string Find = "~/zoeken";

    /// <summary>One text module.</summary>
    public static string Module(Loket.Cases.TextModuleId id) => Modules + "/" + id.Value;

    /// <summary>What was found, by what was sealed.</summary>
    public static string Found(string sought) => Find + "?s=" + sought;

    /// <summary>The page of a person or company.</summary>
    public static string Customer(Loket.Contacts.CustomerId id) => "~/klanten/" + id.Value;

    /// <summary>All cases of a person or company, or all of another list of theirs.</summary>
    public static string AllOf(Loket.Contacts.CustomerId id, string list = "") => Customer(id) + "/alle" + (list.Length == 0 ? "" : "/" + list);

    /// <summary>The national number of a person.</summary>
    public static string Number(Loket.Contacts.CustomerId id) => Customer(id) + "/nummer";

    /// <summary>A case, by its own number or a participant's reference.</summary>
    public static string Case(string reference) => "~/zaken/" + reference;

    /// <summary>An answer to the people of a case.</summary>
    public static string Answer(string reference) => Case(reference) + "/antwoord";

    /// <summary>What one has written and not sent.</summary>
    public const string Drafts = "~/concepten";

    /// <summary>A callback request.</summary>
    public static string Callback(string reference) => Callbacks + "/verzoek/" + reference;

    /// <summary>A new callback request about a contact.</summary>
    public static string NewCallback(string reference) => Callbacks + "/nieuw/" + reference;

    /// <summary>How the resident with this reference hears from us.</summary>
    public static string Wishes(string reference) => $"~/contact/{reference}/berichten";

    /// <summary>Telling the resident with this reference how it stands.</summary>
    public static string Status(string reference) => $"~/contact/{reference}/stand";

    /// <summary>A file of a case, or of a contact on it by the contact's reference.</summary>
    public static string File(string reference, string? contact, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Case(reference)}/bestanden/{contact ?? Cases.FileModel.OfCase}/{number}");

    /// <summary>What a matter became, with its slip.</summary>
    public static string Receipt(string reference) => "~/intake/klaar/" + reference;

    /// <summary>The slip for the resident, in the resident's language; <paramref name="reader"/> is the language to come back to.</summary>
    public static string Slip(string reference, string language, string reader) => In(language, $"/intake/klaar/{reference}/bon?van={reader}");

    /// <summary>An address in a language, whatever the reader's is.</summary>
    public static string In(string? language, string path) => (language == Components.Language.English ? "/" + language : "") + path;
}
