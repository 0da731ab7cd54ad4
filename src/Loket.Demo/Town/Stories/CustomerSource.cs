namespace Loket.Demo.Town;

/// <summary>Invents the n-th customer, always the same one, without remembering any.</summary>
internal sealed class CustomerSource(ulong seed, Homes homes)
{
    private static readonly string[] MailDomains = ["mail.example", "post.example", "thuis.example"];
    private static readonly string[] Companies = ["Bakkerij", "Kapsalon", "Garage", "Bloemenhuis", "Fietsenmaker", "Eetcafé", "Praktijk", "Timmerbedrijf", "Boekhandel", "Kwekerij"];

    public Customer Of(int number)
    {
        var dice = new Dice(seed, kind: 3, (ulong)number);
        var (name, language) = Names.InventResident(dice);
        var phone = dice.Below(100) switch
        {
            < 34 => PhoneNumbers.Landline(new Dice(seed, kind: 4, Homes.HomeOf(number))),   // of the home, so of all who live there
            < 94 => PhoneNumbers.Mobile(number),
            _ => null,
        };
        var email = dice.Percent(76) ? $"{PlainText.Dotted(name.Full)}{number}@{dice.Pick(MailDomains)}" : null;
        var organisation = dice.Percent(4) ? $"{dice.Pick(Companies)} {name.Family}" : null;
        return new(number, name, organisation, phone, email, Preferred(phone, email, dice), language, homes.Of(number));
    }

    private static ReplyBy Preferred(string? phone, string? email, Dice dice)
    {
        var wish = dice.Below(100) switch
        {
            < 58 => ReplyBy.Email,
            < 76 => ReplyBy.Sms,
            < 89 => ReplyBy.Phone,
            < 96 => ReplyBy.Letter,
            _ => ReplyBy.Desk,
        };
        return wish switch
        {
            ReplyBy.Email when email is null => phone is null ? ReplyBy.Letter : ReplyBy.Phone,
            ReplyBy.Sms when phone is null || !phone.StartsWith("06", StringComparison.Ordinal) => email is null ? ReplyBy.Letter : ReplyBy.Email,
            ReplyBy.Phone when phone is null => ReplyBy.Letter,
            _ => wish,
        };
    }
}
