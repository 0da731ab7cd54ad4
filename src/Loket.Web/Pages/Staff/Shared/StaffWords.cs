using System.Globalization;
using Loket.Cases;
using Loket.Web.Components;

namespace Loket.Web.Pages.Staff;

/// <summary>The words that the staff's pages share.</summary>
public static class StaffWords
{
    /// <summary>The words in the language of the request.</summary>
    public static Words Here => TextCatalogue.Default.For("Components/Texts/Staff", CultureInfo.CurrentUICulture);

    /// <summary>The look of a status.</summary>
    public static Tone ToneOf(CaseStatus status) => status switch
    {
        CaseStatus.WithPartner => Tone.Partner,
        CaseStatus.WaitingForResident => Tone.Warning,
        CaseStatus.InProgress => Tone.Info,
        CaseStatus.Closed => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>How a case stands, with whose turn it is.</summary>
    public static string StatusOf(CaseStatus status, string? handler, string? partner) => status switch
    {
        CaseStatus.WithPartner when partner is not null => Here["Status.With", partner],
        CaseStatus.InProgress when handler is not null => Here["Status.By", handler],
        _ => Here.Of(status),
    };
}
