namespace Loket.Web.Pages.Staff;

/// <summary>Addresses of the staff's pages; <c>~/</c> stays in the reader's language.</summary>
public static class Links
{
    /// <summary>New contact.</summary>
    public const string Intake = "~/intake";

    /// <summary>The first work list.</summary>
    public const string Work = "~/werk";

    /// <summary>A case, by its own number or a participant's reference.</summary>
    public static string Case(string reference) => "~/zaken/" + reference;

    /// <summary>What a matter became, with its slip.</summary>
    public static string Receipt(string reference) => "~/intake/klaar/" + reference;
}
