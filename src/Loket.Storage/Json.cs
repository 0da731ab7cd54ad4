using System.Text.Json;
using System.Text.Json.Serialization;
using Loket.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Loket.Storage;

/// <summary>How values are written as JSON in the database.</summary>
public static class Json
{
    /// <summary>The options, shared by journal, jobs and stored results.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new TextConverter<Instant>(InstantPattern.ExtendedIso.Parse, InstantPattern.ExtendedIso.Format));
        options.Converters.Add(new TextConverter<LocalDate>(LocalDatePattern.Iso.Parse, LocalDatePattern.Iso.Format));
        options.Converters.Add(new TextConverter<LocalTime>(LocalTimePattern.ExtendedIso.Parse, LocalTimePattern.ExtendedIso.Format));
        options.Converters.Add(new TextConverter<Duration>(DurationPattern.Roundtrip.Parse, DurationPattern.Roundtrip.Format));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class TextConverter<T>(Func<string, ParseResult<T>> parse, Func<T, string> format) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString()!) is { Success: true } read ? read.Value : throw new JsonException($"This is no {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
    }

    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType
            && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
