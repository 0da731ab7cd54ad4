using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>What a partner gets to know of the residents who asked.</summary>
public enum PersonalDataShared
{
    /// <summary>What and where, never who.</summary>
    None,

    /// <summary>The name only.</summary>
    Name,

    /// <summary>Name, telephone number and e-mail address.</summary>
    Contact,
}

/// <summary>An organisation outside the municipality that takes cases over. All are invented.</summary>
/// <param name="ResponseNorm">Within which it must accept or refuse.</param>
/// <param name="Goes">Never more than the partner needs; a national number goes to nobody.</param>
/// <param name="People">How many of its people may answer.</param>
/// <param name="GetsPictures">Who mends things outside sees what residents photographed.</param>
public sealed record Partner(string Key, Words Name, Words Task, Norm ResponseNorm, PersonalDataShared Goes, int People, bool GetsPictures = false)
{
    /// <summary>In a domain that is reserved for examples.</summary>
    public string Email => $"meldingen@{Key}.example";
}
