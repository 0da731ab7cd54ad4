using System.Text.Json;
using System.Text.Json.Serialization;
using Loket.Storage;

namespace Loket.Web.Api;

/// <summary>How the interface reads and writes JSON: strict in what it takes, so that a misspelt field is an error and not a loss.</summary>
internal static class ApiJson
{
    public static void SetUp(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new CleanStrings());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        foreach (var converter in Json.Options.Converters.Where(converter => converter is not JsonStringEnumConverter)) options.Converters.Add(converter);
    }
}
