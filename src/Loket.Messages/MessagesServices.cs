using System.Reflection;
using Loket.Messages.Sending;
using Loket.Messages.Templates;
using Loket.Organisation.Settings;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Messages;

/// <summary>Registers the room.</summary>
public static class MessagesServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(MessagesServices).Assembly;

    /// <summary>The room's use cases.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<TenantMessaging>();
        services.AddSingleton<TemplateShelf>();
        services.AddSingleton<Outbox>();
        services.AddHttpClient(HttpPost.ClientName).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<ICarrier, SmtpCarrier>();
        services.AddSingleton<ICarrier, SmsCarrier>();
        services.AddSingleton<ICarrier, ChatCarrier>();
        services.AddScoped<ReadMessages>().AddScoped<ListMessages>().AddScoped<CountMessages>();
        services.AddScoped<PostLetters>().AddScoped<RecordCall>().AddScoped<TellAtDesk>().AddScoped<QueueAgain>().AddScoped<RecordReturn>();
        services.AddScoped<ListTemplates>().AddScoped<ChangeTemplate>().AddScoped<RestoreTemplate>();
        services.AddJob<SendMessage, SendMessageHandler>();
        return services;
    }
}
