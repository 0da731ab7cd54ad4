using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Loket.Kernel;
using Loket.Storage.Model;

namespace Loket.Storage.Journal;

/// <summary>The kinds of event that the journal knows, and how they are written and read.</summary>
public sealed class EventTypes
{
    private static readonly JsonSerializerOptions Facts = Only(personal: false);
    private static readonly JsonSerializerOptions Personal = Only(personal: true);

    // Where nothing was said there is nothing to erase.
    private const string Nothing = "{}";

    private readonly Dictionary<string, Type> byKind;
    private readonly Dictionary<Type, JournalEventAttribute> byType;
    private readonly HashSet<Type> withPersonal;

    /// <summary>Reads the events of all rooms.</summary>
    public EventTypes(Rooms rooms)
    {
        var types = rooms.Assemblies.Append(typeof(EventTypes).Assembly).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(IJournalEvent)) && type is { IsAbstract: false, IsInterface: false }).ToList();
        byType = types.ToDictionary(type => type, type => type.GetCustomAttribute<JournalEventAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} has no [JournalEvent]."));
        byKind = types.ToDictionary(type => byType[type].Kind, type => type, StringComparer.Ordinal);
        withPersonal = [.. types.Where(type => type.GetProperties().Any(property => property.IsDefined(typeof(PersonalAttribute))))];
    }

    /// <summary>All kinds with their types, for the document and its test.</summary>
    public IReadOnlyDictionary<string, Type> All => byKind;

    internal JournalEventAttribute Describe(IJournalEvent happened) => byType[happened.GetType()];

    internal (string Facts, string? Personal) Write(IJournalEvent happened)
    {
        var type = happened.GetType();
        var personal = withPersonal.Contains(type) ? JsonSerializer.Serialize(happened, type, Personal) : null;
        return (JsonSerializer.Serialize(happened, type, Facts), personal == Nothing ? null : personal);
    }

    /// <summary>Reads an event back; erased personal values come back as null. Null for a kind that this version no longer knows.</summary>
    public IJournalEvent? Read(string kind, string facts, string? personal)
    {
        if (!byKind.TryGetValue(kind, out var type)) return null;
        if (personal is null) return (IJournalEvent?)JsonSerializer.Deserialize(facts, type, Json.Options);
        var whole = JsonNode.Parse(facts)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(personal)!.AsObject()) whole[name] = value?.DeepClone();
        return (IJournalEvent?)whole.Deserialize(type, Json.Options);
    }

    private static JsonSerializerOptions Only(bool personal)
    {
        var options = new JsonSerializerOptions(Json.Options)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers =
                {
                    info =>
                    {
                        if (!info.Type.IsAssignableTo(typeof(IJournalEvent))) return;
                        foreach (var property in info.Properties.ToList())
                        {
                            if (property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), true) != personal) info.Properties.Remove(property);
                        }
                    },
                },
            },
        };
        options.MakeReadOnly();
        return options;
    }
}
