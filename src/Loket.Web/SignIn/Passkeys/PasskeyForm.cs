namespace Loket.Web.SignIn.Passkeys;

/// <summary>What script puts into a form: what was asked of the device, and what it answered.</summary>
public class PasskeyForm
{
    /// <summary>What was asked, sealed.</summary>
    public string? Ticket { get; set; }

    /// <summary>What the device answered, as JSON.</summary>
    public string? Answer { get; set; }
}
