using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Contacts;

/// <summary>Registers the room.</summary>
public static class ContactsServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(ContactsServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        return services;
    }
}
