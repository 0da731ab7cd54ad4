using System.Globalization;
using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Reading;
using Loket.Organisation;
using Loket.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>How a list is narrowed and sorted, as it stands in the address.</summary>
public sealed class FilterForm
{
    /// <summary>Stands for nobody, where somebody could be.</summary>
    public const string Nobody = "Nobody";

    /// <summary>Key of the subject.</summary>
    public string? Category { get; set; }

    /// <summary>Key of the area.</summary>
    public string? Area { get; set; }

    /// <summary>How it stands.</summary>
    public string? Status { get; set; }

    /// <summary>Who works on it.</summary>
    public string? Handler { get; set; }

    /// <summary>By when it must be done.</summary>
    public string? Due { get; set; }

    /// <summary>Only what cannot wait.</summary>
    public bool Danger { get; set; }

    /// <summary>In which order.</summary>
    public string? Sort { get; set; }

    /// <summary>As it is filled in for what a view shows.</summary>
    public static FilterForm Of(WorklistFilter filter, WorklistSort sort) => new()
    {
        Category = filter.Category, Area = filter.Area, Status = filter.Status?.ToString(), Handler = filter.Unassigned ? Nobody : filter.Handler?.Value.ToString(), Due = filter.Due?.ToString(),
        Danger = filter.Danger, Sort = sort == WorklistSort.Deadline ? null : sort.ToString(),
    };

    /// <summary>What it means, as far as there is such a subject, area or colleague; and whether something of it is not there.</summary>
    public (WorklistFilter Filter, WorklistSort Sort, bool IsGone) Read(NameBook names)
    {
        var person = Guid.TryParse(Handler, out var id) && names.Staff.ContainsKey(new StaffId(id)) ? new StaffId(id) : (StaffId?)null;
        var filter = new WorklistFilter(
            names.Categories.Any(one => one.Key == Category) ? Category : null, names.Areas[Area] is null ? null : Area, Parsed<CaseStatus>(Status), person, Handler == Nobody,
            Parsed<DueWithin>(Due), Danger);
        var sort = Parsed<WorklistSort>(Sort);
        return (filter, sort ?? WorklistSort.Deadline, Asks(Category, filter.Category) || Asks(Area, filter.Area) || Asks(Status, filter.Status) || Asks(Due, filter.Due) || Asks(Sort, sort)
            || (!filter.Unassigned && Asks(Handler, person)));
    }

    /// <summary>What it means in an address that the page itself made.</summary>
    public WorklistQuery Shown(WorklistKind kind) => new(
        kind,
        new WorklistFilter(
            Asked(Category), Asked(Area), Parsed<CaseStatus>(Status), Guid.TryParse(Handler, out var person) ? new StaffId(person) : null, Handler == Nobody, Parsed<DueWithin>(Due), Danger),
        Parsed<WorklistSort>(Sort) ?? WorklistSort.Deadline);

    /// <summary>An address with this in it.</summary>
    public string In(string address)
    {
        (string Name, string? Value)[] fields =
        [
            (nameof(Category), Category), (nameof(Area), Area), (nameof(Status), Status), (nameof(Handler), Handler), (nameof(Due), Due), (nameof(Danger), Danger ? "true" : null), (nameof(Sort), Sort),
        ];
        return fields.Where(field => !string.IsNullOrEmpty(field.Value)).Aggregate(address, (whole, field) => QueryHelpers.AddQueryString(whole, "Filter." + field.Name, field.Value!));
    }

    // A number is a value of any enumeration for the parser, and none that anybody means.
    private static T? Parsed<T>(string? text) where T : struct, Enum => text is not null && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private static string? Asked(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool Asks(string? asked, object? understood) => !string.IsNullOrEmpty(asked) && understood is null;
}

/// <summary>What is done with the cases that were chosen.</summary>
public sealed class BulkForm
{
    /// <summary>The chosen cases, each with the version that was seen.</summary>
    public List<string> Case { get; set; } = [];

    /// <summary>Who gets them: a team or a colleague.</summary>
    public string? To { get; set; }

    /// <summary>The team over which they are spread.</summary>
    public string? Team { get; set; }

    /// <summary>The day until which nothing can be done.</summary>
    public DateEntry Until { get; set; } = new();

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The cases as they were seen.</summary>
    public IReadOnlyList<SeenCase> Seen() => [.. Case.Select(Read).OfType<SeenCase>()];

    /// <summary>A case as it is posted.</summary>
    public static string ValueOf(WorklistRow row) => ValueOf(new SeenCase(row.Id, row.Version));

    /// <summary>The same of a case of which no more is known.</summary>
    public static string ValueOf(SeenCase seen) => string.Create(CultureInfo.InvariantCulture, $"{seen.Id.Value:N}.{seen.Version}");

    /// <summary>The cases in an address, with commas between; no more than can be done at once.</summary>
    public static IReadOnlyList<SeenCase> InAddress(string? text) => [.. (text ?? "").Split(',').Take(CaseActs.Most).Select(Read).OfType<SeenCase>().DistinctBy(one => one.Id)];

    private static SeenCase? Read(string text) =>
        text.Split('.') is [var id, var version] && Guid.TryParse(id, out var found) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new SeenCase(new CaseId(found), seen) : null;
}

/// <summary>Under which name a view is kept, and for whom.</summary>
public sealed class KeepForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The team for which it is; empty for oneself.</summary>
    public string? Team { get; set; }
}
