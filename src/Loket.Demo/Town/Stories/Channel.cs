namespace Loket.Demo.Town;

/// <summary>The way in which a contact came in.</summary>
public enum Channel
{
    Desk,
    Phone,
    Web,
    Email,
    Letter,
}
