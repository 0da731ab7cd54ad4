using Loket.Kernel;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Organisation.Entry;

/// <summary>Small lists kept in one column, one value on each line, so that a person can read the table.</summary>
internal static class Columns
{
    /// <summary>A list of words.</summary>
    public static PropertyBuilder<IReadOnlyList<string>> AsLines(this PropertyBuilder<IReadOnlyList<string>> property) =>
        AsLines(property, text => text, text => text);

    /// <summary>A list of names of an enumeration.</summary>
    public static PropertyBuilder<IReadOnlyList<TEnum>> AsNames<TEnum>(this PropertyBuilder<IReadOnlyList<TEnum>> property) where TEnum : struct, Enum =>
        AsLines(property, value => value.ToString(), Enum.Parse<TEnum>);

    private static PropertyBuilder<IReadOnlyList<T>> AsLines<T>(PropertyBuilder<IReadOnlyList<T>> property, Func<T, string> write, Func<string, T> read) =>
        property.HasConversion(
            values => string.Join('\n', values.Select(write)),
            text => Read(text, read),
            new ValueComparer<IReadOnlyList<T>>(
                (left, right) => left!.SequenceEqual(right!),
                values => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value)),
                values => values.ToList()));

    private static IReadOnlyList<T> Read<T>(string text, Func<string, T> read) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(read)];
}
