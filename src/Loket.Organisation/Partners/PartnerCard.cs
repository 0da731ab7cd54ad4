using Loket.Kernel.Calendars;

namespace Loket.Organisation.Partners;

/// <summary>What a partner gets to know of the people who asked; a national number goes to nobody.</summary>
public enum Sharing
{
    /// <summary>What and where, never who.</summary>
    Nothing,

    /// <summary>Telephone number and e-mail address, to make an arrangement.</summary>
    Contact,

    /// <summary>Also the name and the address.</summary>
    NameAndContact,
}

/// <summary>A partner as other rooms see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Key">Technical key, for rules and set-up.</param>
/// <param name="Name">The name, as residents read it.</param>
/// <param name="Email">Where hand-overs go; empty when only its people get them.</param>
/// <param name="Phone">Empty when there is none.</param>
/// <param name="ResponseNorm">Within which it accepts or refuses.</param>
/// <param name="Sharing">What it gets to know of people.</param>
/// <param name="PicturesGoAlong">Whether the pictures of residents go along when a rule hands a case over to it.</param>
/// <param name="People">Its people, the open ones.</param>
/// <param name="IsClosed">Whether nothing is handed over to it any more.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record PartnerCard(
    PartnerId Id, string Key, string Name, string Email, string Phone, Norm ResponseNorm, Sharing Sharing, bool PicturesGoAlong,
    IReadOnlyList<PartnerPersonCard> People, bool IsClosed, int Version)
{
    /// <summary>To whom what is sent to it goes: its people, each by their own address, or its shared address where it has none.</summary>
    public IEnumerable<(PartnerPersonId? Person, string Email, string Name)> Readers => People.Count > 0
        ? People.Select(person => ((PartnerPersonId?)person.Id, person.Email, person.Name))
        : Email.Length > 0 ? [(null, Email, Name)] : [];

    /// <summary>Whether something can be sent to it.</summary>
    public bool IsReachable => Readers.Any();
}

/// <summary>Somebody of a partner.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The own address, to which the own signed link goes.</param>
public sealed record PartnerPersonCard(PartnerPersonId Id, string Name, string Email);

/// <summary>What is filled in about a partner.</summary>
/// <param name="Key">2 to 60 small letters, digits and hyphens; unique.</param>
/// <param name="Name">At most 100 characters.</param>
/// <param name="Email">Optional.</param>
/// <param name="ResponseNorm">Within which it accepts or refuses.</param>
/// <param name="Sharing">What it gets to know of people.</param>
/// <param name="Phone">Optional.</param>
/// <param name="People">Its people; who is left out no longer acts for it. Recognised by e-mail address.</param>
/// <param name="IsClosed">Whether nothing is handed over to it any more.</param>
/// <param name="PicturesGoAlong">Whether the pictures of residents go along when a rule hands a case over to it; of a sensitive case they never do.</param>
public sealed record PartnerDetails(
    string? Key, string? Name, string? Email, Norm ResponseNorm, Sharing Sharing, string? Phone = null,
    IReadOnlyList<PartnerPersonDetails>? People = null, bool IsClosed = false, bool PicturesGoAlong = false);

/// <summary>What is filled in about somebody of a partner.</summary>
/// <param name="Name">At most 100 characters.</param>
/// <param name="Email">Required; unique within the partner.</param>
public sealed record PartnerPersonDetails(string? Name, string? Email);
