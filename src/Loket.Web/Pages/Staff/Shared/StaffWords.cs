using System.Globalization;
using Loket.Cases;
using Loket.Messages;
using Loket.Organisation.Portfolios;
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

    /// <summary>The look of a message's state.</summary>
    public static Tone ToneOf(MessageState state) => state switch
    {
        MessageState.Failed or MessageState.Expired => Tone.Danger,
        MessageState.ToCall or MessageState.ToPost or MessageState.AtDesk => Tone.Warning,
        MessageState.Sent or MessageState.Delivered or MessageState.Called or MessageState.Posted => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>Who holds a portfolio: "Wethouder Anouar Belkacem".</summary>
    public static string HolderOf(PortfolioCard portfolio) => Start($"{Here.Of(portfolio.Office)} {portfolio.Holder}");

    /// <summary>A text at the start of a line: with a capital.</summary>
    public static string Start(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];

    /// <summary>The size of a file: "340 kB", "1,2 MB".</summary>
    /// <param name="bytes">In bytes.</param>
    public static string Size(long bytes) => bytes < 1_000_000
        ? Here["Size.Kilobytes", Math.Max(1, bytes / 1000)] : Here["Size.Megabytes", (bytes / 1_000_000.0).ToString("0.0", CultureInfo.CurrentCulture)];

    /// <summary>How a case stands, with whose turn it is.</summary>
    public static string StatusOf(CaseStatus status, string? handler, string? partner) => status switch
    {
        CaseStatus.WithPartner when partner is not null => Here["Status.With", partner],
        CaseStatus.InProgress when handler is not null => Here["Status.By", handler],
        _ => Here.Of(status),
    };
}
