using System.Text.Json;
using System.Text.Json.Serialization;
using Loket.Kernel.Text;

namespace Loket.Web.Api;

/// <summary>Cleans every text that comes in, whatever it is for: no field can be forgotten. How long it may be is said where it is used.</summary>
internal sealed class CleanStrings : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? CleanText.Lines(text, int.MaxValue).Value : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
