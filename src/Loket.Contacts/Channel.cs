namespace Loket.Contacts;

/// <summary>How somebody reached the municipality.</summary>
public enum Channel
{
    /// <summary>At a desk.</summary>
    Desk,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>On the website.</summary>
    Web,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>Through social media.</summary>
    Social,

    /// <summary>Through a partner who was reached instead.</summary>
    Partner,

    /// <summary>At home.</summary>
    HomeVisit,
}
