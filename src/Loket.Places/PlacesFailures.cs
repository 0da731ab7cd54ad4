using Loket.Kernel;

namespace Loket.Places;

/// <summary>Expected failures of the room.</summary>
public static class PlacesFailures
{
    /// <summary>A row of what is brought in is not right. Arguments: the row (from 1; in a file its line), the column, what stands there.</summary>
    public static Failure WrongRow { get; } = new("places.wrong-row");

    /// <summary>A row says the same as an earlier one. Arguments: the row, the earlier row, what they share.</summary>
    public static Failure DoubleRow { get; } = new("places.double-row");

    /// <summary>The file has no such column. Argument: its name.</summary>
    public static Failure MissingColumn { get; } = new("places.missing-column");

    /// <summary>There is nothing in it; an empty file would remove all that is there.</summary>
    public static Failure NothingInIt { get; } = new("places.nothing-in-it");

    /// <summary>There is no such village or area in this municipality.</summary>
    public static Failure UnknownArea { get; } = new("places.unknown-area", Field: "Area");

    /// <summary>The address service did not answer, or not in time; which is not the same as no such address.</summary>
    public static Failure AddressServiceDown { get; } = new("places.address-service-down", FailureKind.Unavailable);
}
