using Loket.Kernel;
using NodaTime;

namespace Loket.Contacts;

/// <summary>The day on which something came in: for a letter or e-mail often another than the day on which somebody registers it. Terms of the law count from it
/// (General Administrative Law Act, articles 4:13, 7:10 and 9:11).</summary>
public static class ReceiptDay
{
    private const int LongestAgoInYears = 1;

    /// <summary>What is wrong with the day; null for nothing.</summary>
    /// <param name="day">As it was filled in.</param>
    /// <param name="channel">How it came in.</param>
    /// <param name="today">Of the municipality.</param>
    public static Failure? Check(LocalDate day, Channel channel, LocalDate today) =>
        channel is not (Channel.Letter or Channel.Email) ? ContactFailures.ReceivedOnForPostOnly
        : day > today ? ContactFailures.ReceivedInFuture
        : day < today.PlusYears(-LongestAgoInYears) ? ContactFailures.ReceivedTooLongAgo : null;

    /// <summary>The day on which a contact came in.</summary>
    /// <param name="receivedOn">As somebody filled it in, for a letter or e-mail.</param>
    /// <param name="at">When the contact was registered.</param>
    /// <param name="zone">Of the municipality.</param>
    public static LocalDate Of(LocalDate? receivedOn, Instant at, DateTimeZone zone) => receivedOn ?? at.InZone(zone).Date;

    /// <summary>The moment from which a term of the law counts: that of the contact, or the start of the day that was filled in.</summary>
    /// <inheritdoc cref="Of" />
    public static Instant MomentOf(LocalDate? receivedOn, Instant at, DateTimeZone zone) =>
        receivedOn is { } day && day != at.InZone(zone).Date ? day.AtStartOfDayInZone(zone).ToInstant() : at;
}
