using System.Reflection;
using Loket.Contacts.Erasing;
using Loket.Contacts.Numbers;
using Loket.Messages;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Contacts;

/// <summary>Registers the room.</summary>
public static class ContactsServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(ContactsServices).Assembly;

    /// <summary>The central register of contacts, and customers with their preferences.</summary>
    public static IServiceCollection AddContacts(this IServiceCollection services) => services
        .AddScoped<ContactRegister>().AddScoped<Matters>().AddScoped<ContactCards>().AddScoped<OpenMatters>().AddScoped<FindCustomers>().AddScoped<SearchCustomers>().AddScoped<OpenCustomer>().AddScoped<MergeCustomers>()
        .AddScoped<PlaceWarning>().AddScoped<OpenSecretAddress>().AddScoped<EndWarning>().AddScoped<ReadWarnings>().AddScoped<NameRepresentative>().AddScoped<EndRepresentation>().AddScoped<ActingFor>()
        .AddScoped<RectifyCustomer>().AddScoped<EraseMatters>().AddScoped<EraseCustomers>().AddScoped<ChangePreference>().AddScoped<ReadWishes>().AddScoped<WishesOfResident>().AddSchedule<ForgetGrounds, ForgetGroundsHandler>()
        .AddScoped<NumberStanding>().AddSchedule<RenewNumbers, RenewNumbersHandler>()
        .AddSubscription<MatterEnded, TellForwarded>().AddSubscription<MatterReopened, TellForwarded>().AddSubscription<MessageFailed, NoticeOfForwarded>();
}
