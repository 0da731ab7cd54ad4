using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loket.Kernel.Calendars;

/// <summary>The steps of a deadline as the JSON text that is stored beside it.</summary>
public static class DeadlineSteps
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // stored, never put into a page as it is
        Converters = { new JsonStringEnumConverter<DeadlineStepKind>(allowIntegerValues: false) },
    };

    /// <summary>Steps as JSON.</summary>
    public static string ToJson(IReadOnlyList<DeadlineStep> steps) => JsonSerializer.Serialize(steps, Options);

    /// <summary>Steps from what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static IReadOnlyList<DeadlineStep> FromJson(string json) =>
        JsonSerializer.Deserialize<List<DeadlineStep>>(json, Options) ?? throw new JsonException("Steps are a list.");
}
