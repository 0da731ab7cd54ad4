using Loket.Kernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Loket.Storage.Model;

/// <summary>Instants as microseconds since 1970, on both databases.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / 10,
    microseconds => Instant.FromUnixTimeTicks(microseconds * 10));

/// <summary>Durations as microseconds.</summary>
public sealed class DurationConverter() : ValueConverter<Duration, long>(
    duration => duration.BclCompatibleTicks / 10,
    microseconds => Duration.FromTicks(microseconds * 10));

/// <summary>Dates as days since 1970.</summary>
public sealed class LocalDateConverter() : ValueConverter<LocalDate, int>(
    date => Period.DaysBetween(new LocalDate(1970, 1, 1), date),
    days => new LocalDate(1970, 1, 1).PlusDays(days));

/// <summary>Times of day as minutes since midnight.</summary>
public sealed class LocalTimeConverter() : ValueConverter<LocalTime, int>(
    time => time.Hour * 60 + time.Minute,
    minutes => LocalTime.FromMinutesSinceMidnight(minutes));

/// <summary>A typed identifier as a plain UUID.</summary>
public sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => IdConverter.From<TId>(value))
    where TId : struct, IId<TId>;

/// <summary>A typed identifier as sixteen bytes in the order of the UUID's text, so that SQLite sorts as PostgreSQL does.</summary>
public sealed class IdBytesConverter<TId>() : ValueConverter<TId, byte[]>(
    id => id.Value.ToByteArray(true), bytes => IdConverter.From<TId>(new Guid(bytes, true)))
    where TId : struct, IId<TId>;

internal static class IdConverter
{
    // An expression tree may not call a static interface member itself.
    public static TId From<TId>(Guid value) where TId : struct, IId<TId> => TId.From(value);
}

/// <summary>A UUID as sixteen bytes, see <see cref="IdBytesConverter{TId}"/>.</summary>
public sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true), bytes => new Guid(bytes, true));
