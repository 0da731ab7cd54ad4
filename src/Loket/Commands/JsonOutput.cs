using System.Text.Json;
using System.Text.Json.Serialization;
using Loket.Storage;

namespace Loket.Commands;

/// <summary>How figures are printed: names in small letters with underscores, for scripts.</summary>
public static class JsonOutput
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options)
    {
        // Whoever reads it by name finds each name, also where nothing is known.
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Prints figures as JSON.</summary>
    public static void Print(object figures) => Console.WriteLine(JsonSerializer.Serialize(figures, figures.GetType(), Indented));

    /// <summary>Prints the properties of one object as lines, for people.</summary>
    public static void PrintLines(object figures)
    {
        foreach (var property in JsonSerializer.SerializeToElement(figures, figures.GetType(), Indented).EnumerateObject())
            Console.WriteLine($"{property.Name,-32} {property.Value.ToString().ReplaceLineEndings(" ")}");
    }
}
