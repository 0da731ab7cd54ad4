namespace Loket.Messages;

/// <summary>Where a message goes. Made by the room that knows the person; this room knows no customers.</summary>
/// <param name="Channel">By which way.</param>
/// <param name="To">The address in the form of that way.</param>
/// <param name="Name">How the person is called, where known.</param>
/// <param name="IsSecret">Whether nobody but who sends it may read where it goes.</param>
public sealed record MessageAddress(MessageChannel Channel, string To, string? Name = null, bool IsSecret = false)
{
    /// <summary>An e-mail address.</summary>
    public static MessageAddress Email(string address, string? name = null) => new(MessageChannel.Email, address, name);

    /// <summary>A mobile number in E.164.</summary>
    public static MessageAddress Sms(string e164, string? name = null) => new(MessageChannel.Sms, e164, name);

    /// <summary>A postal address: street and number, postcode and town, and a country if not ours, each on a line of its own.</summary>
    /// <param name="lines">The address.</param>
    /// <param name="name">Whose it is.</param>
    /// <param name="isSecret">Whether nobody but who sends it may read it.</param>
    public static MessageAddress Letter(string lines, string? name = null, bool isSecret = false) => new(MessageChannel.Letter, lines, name, isSecret);

    /// <summary>A number in E.164 that somebody of the contact centre calls.</summary>
    public static MessageAddress Phone(string e164, string? name = null) => new(MessageChannel.Phone, e164, name);

    /// <summary>Ready at a desk.</summary>
    /// <param name="desk">The desk's key.</param>
    /// <param name="name">Who comes for it.</param>
    public static MessageAddress Desk(string desk, string? name = null) => new(MessageChannel.Desk, desk, name);

    /// <summary>Shown where the person signs in.</summary>
    public static MessageAddress Portal(string? name = null) => new(MessageChannel.Portal, "", name);

    /// <summary>The incoming webhook of a team's chat room.</summary>
    public static MessageAddress Chat(string webhook) => new(MessageChannel.Chat, webhook);
}
