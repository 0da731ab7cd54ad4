using System.Globalization;
using Loket.Contacts;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Places;

namespace Loket.Demo.Town.Loading;

/// <summary>Contacts of stories as they are registered.</summary>
internal static class ContactsOfTown
{
    /// <summary>A contact of a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="contact">One of its contacts.</param>
    /// <param name="known">The customer, for who came before.</param>
    public static NewContact Of(Story story, StoryContact contact, CustomerId? known)
    {
        var details = known is null ? Details(contact) : new CustomerDetails(Language: contact.Language);
        return new NewContact((Contacts.Channel)contact.Channel, known, details, Reply(contact), [Matter(story, contact)]);
    }

    private static NewMatter Matter(Story story, StoryContact contact)
    {
        var category = story.Case is { StartedInTriage: true } ? null : story.Category;
        return new NewMatter(
            contact.Subject, contact.Text, category?.Key, contact.Place is { } place ? PlaceOf(place) : null,
            story.Paper is { } paper ? CasesOfTown.PaperOf(paper.Key) : null, PaperDecided: true);
    }

    private static CustomerDetails Details(StoryContact contact) => contact.By is not { } by
        ? new CustomerDetails(Language: contact.Language)
        : new CustomerDetails(
            by.Organisation ?? by.Name.Full, Phone(by), Email(by), HasPostalAddress(contact, by) ? by.Home.Written.Replace(", ", "\n", StringComparison.Ordinal) : null, contact.Language,
            by.Organisation is null ? CustomerKind.Person : CustomerKind.Company);

    // Nobody gives an address over the telephone who wants no letter.
    private static bool HasPostalAddress(StoryContact contact, Customer by) =>
        by.Preferred is ReplyBy.Letter || contact.Channel is Channel.Letter || (Phone(by) is null && Email(by) is null);

    private static MessageChannel? Reply(StoryContact contact) => contact.By is not { } by ? null : by.Preferred switch
    {
        ReplyBy.Email when Email(by) is not null => MessageChannel.Email,
        ReplyBy.Sms when NormalisedPhone.Read(by.Phone) is { Succeeded: true, Value.IsMobile: true } => MessageChannel.Sms,
        ReplyBy.Phone when Phone(by) is not null => MessageChannel.Phone,
        ReplyBy.Letter => MessageChannel.Letter,
        ReplyBy.Desk => MessageChannel.Desk,
        _ => null,
    };

    private static string? Phone(Customer by) => NormalisedPhone.Read(by.Phone) is { Succeeded: true } phone ? phone.Value.E164 : null;

    private static string? Email(Customer by) => NormalisedEmail.Read(by.Email) is { Succeeded: true } email ? email.Value.Address : null;

    // What was told is what is registered, not what the story knows on top of it.
    private static Place PlaceOf(StoryPlace place)
    {
        var near = place.Near;
        var address = string.Create(CultureInfo.InvariantCulture, $"{near.Street.Name} {near.HouseNumber}, {Areas.VillageOf(near.Street.Village).Name}");
        switch (place.Told)
        {
            case PlaceTold.AssetNumber when place.Asset is { } asset:
                var there = PlacesOfTown.Rd(asset.Place);
                return new Place
                {
                    Asset = asset.Number, AssetOwner = asset.Owner == Asset.Municipality ? null : asset.Owner, Area = asset.Street.Village,
                    Text = asset.Street.Name, Address = asset.Street.Name, X = there.X, Y = there.Y,
                };
            case PlaceTold.Street:
                return new Place { Text = place.Street.Name, Address = place.Street.Name, Area = place.Street.Village };
            default:
                var here = PlacesOfTown.Rd(near.Place);
                return new Place { Address = address, Area = near.Core ?? near.Street.Village, X = here.X, Y = here.Y };
        }
    }
}
