using Loket.Cases.Telling;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Reading;

/// <summary>Shows how a text of a kind of case reads, with an example of such a case that came in now.</summary>
public sealed class PreviewTypeText(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>The text as it would read; fails where it can't be taken into use.</summary>
    /// <param name="details">The kind of case.</param>
    /// <param name="text">The text.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<TemplatePreview>> Handle(CaseTypeDetails details, TypeText text, Actor by, CancellationToken cancel) => unit.Read<Result<TemplatePreview>>(async db =>
    {
        if (!by.May(Right.Configure)) return OrganisationFailures.Forbidden;
        var now = tenant.Tenant.Clock.Now();
        var until = new Deadlines(await Calendars.Current(db, cancel), new StatutoryCalendar()).For(now, details.Norm).At;
        var profile = await Profiles.Current(db, cancel);
        var (today, deadline) = (MessageWords.Day(now, now, text.Language), MessageWords.Day(until, now, text.Language));
        return PreviewTemplate.Of(text.Template, text.Language, text.Text, Example(details, text.Language, profile, today, deadline));
    });

    // The texts write "gemeente" themselves.
    private static string Short(string name) => name.StartsWith("Gemeente ", StringComparison.OrdinalIgnoreCase) ? name["Gemeente ".Length..] : Or(name, "[municipality]");

    private static string Or(string value, string without) => value.Length > 0 ? value : without;

    private static Dictionary<string, string> Example(CaseTypeDetails details, string language, Profile profile, string today, string deadline)
    {
        var english = language == "en";
        var result = details.Results.Count == 0 ? "" : english ? details.Results[0].En : details.Results[0].Nl;
        var status = details.Statuses.FirstOrDefault(one => one.ForResidents(language).Length > 0)?.ForResidents(language) ?? (english ? "We are working on it." : "Wij zijn ermee bezig.");
        var said = english ? "The part arrives next week." : "Het onderdeel komt volgende week.";
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["municipality"] = Short(profile.Name), ["phone"] = Or(profile.Phone, "[phone]"), ["website"] = Or(profile.BaseAddress, "[website]"), ["name"] = english ? "resident" : "inwoner",
            ["reference"] = profile.ReferencePrefix + "-2345-6789", ["matter"] = english ? "report" : "melding", ["subject"] = english ? details.NameEn : details.NameNl,
            ["place"] = english ? "in front of the town hall" : "voor het gemeentehuis", ["team"] = english ? "The team" : "Het team",
            ["deadline"] = deadline, ["until"] = deadline, ["planned"] = deadline, ["reply_by"] = deadline, ["date"] = today, ["since"] = today, ["received"] = today, ["was"] = today,
            ["status"] = status, ["explanation"] = said, ["answer"] = said, ["reason"] = said, ["result"] = result, ["personal"] = "", ["advice"] = "", ["others"] = "ja",
            ["question"] = english ? "Where exactly is it?" : "Waar is het precies?", ["asker"] = english ? "The team" : "Het team", ["partner"] = english ? "The partner" : "De ketenpartner",
            ["paper"] = details.FormalPaper is { } paper ? PaperNames.Of(paper, language) : "", ["law"] = details.FormalPaper is { } by ? PaperNames.LawOf(by, language) ?? "" : "", ["pin"] = "",
        };
    }
}
