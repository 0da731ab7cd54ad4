using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loket.Organisation.Entry;

/// <summary>Small lists kept in one column, one value on each line, so that a person can read the table.</summary>
internal static class Columns
{
    /// <summary>A list of words.</summary>
    public static PropertyBuilder<IReadOnlyList<string>> AsLines(this PropertyBuilder<IReadOnlyList<string>> property) =>
        property.HasConversion<LinesConverter, ListComparer<string>>();

    /// <summary>A list of names of an enumeration.</summary>
    public static PropertyBuilder<IReadOnlyList<TEnum>> AsNames<TEnum>(this PropertyBuilder<IReadOnlyList<TEnum>> property) where TEnum : struct, Enum =>
        property.HasConversion<NamesConverter<TEnum>, ListComparer<TEnum>>();

    public static IReadOnlyList<T> Read<T>(string text, Func<string, T> read) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(read)];
}

internal sealed class LinesConverter() : ValueConverter<IReadOnlyList<string>, string>(
    values => string.Join('\n', values),
    text => Columns.Read(text, line => line));

internal sealed class NamesConverter<TEnum>() : ValueConverter<IReadOnlyList<TEnum>, string>(
    values => string.Join('\n', values),
    text => Columns.Read(text, Enum.Parse<TEnum>))
    where TEnum : struct, Enum;

internal sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (left, right) => left!.SequenceEqual(right!),
    values => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value)),
    values => values.ToList());
