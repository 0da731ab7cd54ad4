namespace Loket.Messages.Sending;

/// <summary>A message as it goes over the wire, secrets and all; never stored.</summary>
/// <param name="Sender">How the municipality signs.</param>
/// <param name="SenderAddress">Its own e-mail address; empty when it has none.</param>
internal sealed record Parcel(
    string Sender, string SenderAddress, MessageKind Kind, MessageChannel Channel, string Language, string Address, string? Name, string Subject, string Short, string Text, string Html, string WireId);

/// <summary>How a carrier fared.</summary>
internal abstract record Carried
{
    /// <summary>Taken over by the other side.</summary>
    public sealed record Accepted : Carried;

    /// <summary>Not sent: this channel is not in use here.</summary>
    public sealed record KeptInside : Carried;

    /// <summary>Refused for good: the address or the message itself is not taken.</summary>
    public sealed record Refused(string Said) : Carried;

    /// <summary>Not now; trying later may help.</summary>
    /// <param name="Said">What the other side said, or why it could not be reached.</param>
    /// <param name="MayHaveArrived">The connection broke while the message was on its way.</param>
    public sealed record Delayed(string Said, bool MayHaveArrived = false) : Carried;
}

/// <summary>Hands a parcel to the outside world.</summary>
internal interface ICarrier
{
    /// <summary>The channel that it serves.</summary>
    MessageChannel Channel { get; }

    /// <summary>Hands it over, within the time given; never throws for what the other side does.</summary>
    Task<Carried> Carry(Parcel parcel, MessagingSettings settings, CancellationToken cancel);
}
