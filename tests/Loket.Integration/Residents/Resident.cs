using Loket.Testing;

namespace Loket.Integration.Residents;

/// <summary>What residents do on the site, in a line.</summary>
internal static class Resident
{
    /// <summary>Fills in the whole form up to the page with all answers.</summary>
    public static async Task FillsIn(this Visitor visitor, string text, string? place = null, string? email = "bewoner@voorbeeld.example", string kind = "Report", string root = "")
    {
        await visitor.Open(root + "/melden");
        await visitor.Send(("Form.Kind", kind));
        await visitor.Send(("Form.Text", text));
        if (visitor.Address.Contains("gevaar", StringComparison.Ordinal)) await visitor.Send();
        await visitor.Send(("Form.Place", place ?? ""));
        await visitor.Send(("then", "next"));
        await visitor.Send(("Form.TellBy", email is null ? "None" : "Email"));
        if (email is not null) await visitor.Send(("Form.Email", email));
    }

    /// <summary>Fills in the whole form and sends it; gives the reference.</summary>
    public static async Task<string> Sends(this Visitor visitor, string text, string? place = null, string? email = "bewoner@voorbeeld.example", string kind = "Report")
    {
        await visitor.FillsIn(text, place, email, kind);
        await visitor.Send();
        return visitor.Text(".loket-confirmation .loket-reference");
    }
}
