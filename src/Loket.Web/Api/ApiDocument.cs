using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Loket.Web.Api;

/// <summary>The OpenAPI document: what the framework cannot know of headers, tokens and our own types.</summary>
internal static class ApiDocument
{
    public static void SetUp(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Loket", Version = "1",
                Description = "Contacts, suggestions, cases, hand-over, messages and timelines of a municipality. Failures are problem+json with a code.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["client"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.OAuth2,
                    Flows = new OpenApiOAuthFlows
                    {
                        ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri(ApiV1.Root + "/token", UriKind.Relative), Scopes = new Dictionary<string, string>() },
                    },
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("client", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<NeedsKeyMark>().Any()) Header(operation, "Idempotency-Key", "Names this wish, at most 100 characters; the same key gives the first answer again, for thirty days.");
            if (metadata.OfType<NeedsVersionMark>().FirstOrDefault() is { } version) Header(operation, "If-Match", version.Words);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            // Read by a converter of our own, of which the framework knows nothing.
            if (type == typeof(string)) schema.Type ??= JsonSchemaType.String;
            if (type == typeof(Instant)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
            if (type == typeof(LocalDate)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date");
            return Task.CompletedTask;
        });
    }

    private static void Header(OpenApiOperation operation, string name, string words)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = true, Description = words, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }
}
