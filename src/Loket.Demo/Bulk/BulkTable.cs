using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Loket.Demo.Bulk;

/// <summary>What a column holds, as far as a copy of a row has to know.</summary>
internal enum ColumnKind
{
    Plain,
    Id,
    Moment,
    Text,
    Reference,
}

/// <summary>A column of a table, under its name in the database.</summary>
internal sealed record BulkColumn(string Name, ColumnKind Kind);

/// <summary>A table as the model has it, so that rows can be read and written without going through the model.</summary>
internal sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns, IReadOnlyList<int> Key)
{
    /// <summary>Numbered parameters for a row.</summary>
    public string Numbered { get; } = string.Join(", ", Columns.Select((_, place) => $"${place + 1}"));

    /// <summary>The names of the columns.</summary>
    public string ColumnNames { get; } = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    private readonly Dictionary<string, int> places = Columns.Select((column, place) => (column.Name, place)).ToDictionary(one => one.Name, one => one.place, StringComparer.Ordinal);

    /// <summary>The place of a column.</summary>
    public int this[string name] => places[name];

    /// <summary>All tables, each after those that it refers to.</summary>
    public static IReadOnlyList<BulkTable> All(IModel model)
    {
        var left = model.GetRelationalModel().Tables.ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.Where(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable))).ToList();
            ordered.AddRange(next);
            if (left.RemoveAll(next.Contains) == 0) throw new InvalidOperationException("Tables refer to each other in a circle.");
        }

        return [.. ordered.Select(Of)];
    }

    private static BulkTable Of(ITable table)
    {
        var columns = table.Columns.ToList();
        return new BulkTable(
            table.Name, [.. columns.Select(column => new BulkColumn(column.Name, KindOf(column)))],
            [.. table.PrimaryKey!.Columns.Select(column => columns.FindIndex(other => other.Name == column.Name))]);
    }

    private static ColumnKind KindOf(IColumn column)
    {
        var type = column.PropertyMappings[0].Property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(Instant) ? ColumnKind.Moment
            : type == typeof(Guid) || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IId<>)) ? ColumnKind.Id
            : type != typeof(string) ? ColumnKind.Plain
            : column.Name == "reference" ? ColumnKind.Reference : ColumnKind.Text;
    }
}
