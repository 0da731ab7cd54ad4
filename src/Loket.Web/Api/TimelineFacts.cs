using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Web.Api;

/// <summary>What an event says, for a program; values that say who somebody is only for who may see them.</summary>
internal static class TimelineFacts
{
    public static JsonNode? Of(IJournalEvent? happened, bool personal)
    {
        if (happened is null) return null;
        var facts = JsonSerializer.SerializeToNode(happened, happened.GetType(), Json.Options)!.AsObject();
        if (personal) return facts;
        foreach (var property in happened.GetType().GetProperties().Where(property => property.IsDefined(typeof(PersonalAttribute))))
            facts.Remove(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        return facts;
    }
}
