using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loket.Kernel;
using Loket.Kernel.Calendars;

namespace Loket.Cases.Types;

/// <summary>A kind of case as a file (JSON), to be kept, or taken to another municipality. What is not understood is wrong: nothing of a file is passed over. Pure.</summary>
public static class TypeFile
{
    private const string Format = "loket-case-type";
    private const int FormatVersion = 1;
    private const string Inside = "$.type.";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true, Converters = { new JsonStringEnumConverter(null, allowIntegerValues: false), new NormConverter() },
    };

    /// <summary>As it is written.</summary>
    public static string Write(CaseTypeDetails details) => JsonSerializer.Serialize(new Wrapped(Format, FormatVersion, details), Options);

    /// <summary>Reads it; what is wrong is named by its place, as in <c>Tasks[2].Norm</c>. Whether the values are right is for who takes it in.</summary>
    public static Result<CaseTypeDetails> Read(string text)
    {
        if (Unlike(text) is { } unlike) return unlike;
        try
        {
            var details = JsonSerializer.Deserialize<Wrapped>(text, Options)!.Type;
            if (Empty(details) is { } empty) return CaseFailures.FileWrong.At(empty);
            return details;
        }
        catch (JsonException exception)
        {
            return CaseFailures.FileWrong.At(PlaceOf(exception.Path));
        }
    }

    // Whether it is something else altogether.
    private static Failure? Unlike(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var format) && format.ValueEquals(Format)
                && root.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == FormatVersion
                ? null : CaseFailures.FileOther;
        }
        catch (JsonException exception)
        {
            return CaseFailures.FileUnreadable.With((exception.LineNumber ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // The format is no text.
            return CaseFailures.FileOther;
        }
    }

    // A line of a list that holds nothing.
    private static string? Empty(CaseTypeDetails details)
    {
        (string Name, IEnumerable<object?> Lines)[] lists =
            [(nameof(details.Results), details.Results), (nameof(details.Statuses), details.Statuses), (nameof(details.Tasks), details.Tasks), (nameof(details.Texts), details.Texts)];
        return lists.SelectMany(list => list.Lines.Index().Where(line => line.Item is null).Select(line => string.Create(CultureInfo.InvariantCulture, $"{list.Name}[{line.Index}]"))).FirstOrDefault();
    }

    private static string PlaceOf(string? path) => path?.StartsWith(Inside, StringComparison.Ordinal) == true
        ? string.Join('.', path[Inside.Length..].Split('.').Select(name => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..])) : "";

    private sealed record Wrapped(string Format, int Version, CaseTypeDetails Type);

    private sealed class NormConverter : JsonConverter<Norm>
    {
        public override Norm Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                if (JsonSerializer.Deserialize<Written>(ref reader, options) is { Amount: >= 1 and <= Norm.MaximumAmount } read) return new Norm(read.Kind, read.Amount);
            }
            catch (JsonException)
            {
                // It names a place within the norm: the place in the file is put to the one below.
            }

            throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, Norm value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, new Written(value.Kind, value.Amount), options);

        private sealed record Written(NormKind Kind, int Amount);
    }
}
