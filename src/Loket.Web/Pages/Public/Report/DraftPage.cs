using Loket.Contacts;
using Loket.Intake.Residents;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>One page of the residents' intake. The answers stay on the server, so that going back, double clicks and old pages lose nothing.</summary>
public abstract class DraftPage(FindDraft find, KeepAnswers keep) : PublicPage
{
    /// <summary>How many steps the reader is told of; two pages share the step about telling.</summary>
    public const int Steps = 6;

    /// <summary>Whether the reader came from the page with all answers, and goes back there.</summary>
    [BindProperty(SupportsGet = true, Name = "wijzig")]
    public bool Changing { get; set; }

    /// <summary>With what they come, where a link said so already; then its page is the first.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Chosen { get; set; }

    /// <summary>What was answered so far.</summary>
    public ResidentAnswers Answers { get; private set; } = new();

    /// <summary>The pages above this one.</summary>
    public IReadOnlyList<Crumb> Trail => [new(Words["Home"], "~/"), new(Words["Report.Trail"], "~/melden")];

    /// <summary>The page before this one.</summary>
    public string BackHref => Changing ? "~/melden/controleren" : PathOf(Before(Step));

    /// <summary>Which page this is.</summary>
    protected abstract ResidentStep Step { get; }

    /// <summary>Whether a form begins here.</summary>
    private bool IsFirst => Step == ResidentStep.Kind || ChosenKind is not null;

    private ResidentKind? ChosenKind =>
        Step <= ResidentStep.What && Enum.TryParse<ResidentKind>(Chosen, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>The browser's secret.</summary>
    protected string? Token => DraftCookie.Read(Request);

    /// <summary>The address of a page.</summary>
    protected static string PathOf(ResidentStep step) => "~/melden" + step switch
    {
        ResidentStep.Kind => "",
        ResidentStep.What => "/wat",
        ResidentStep.Where => "/waar",
        ResidentStep.Files => "/fotos",
        ResidentStep.Telling => "/antwoord",
        ResidentStep.Details => "/gegevens",
        _ => "/controleren",
    };

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => Answers = Begun(await find.Handle(Token, cancel));

    /// <summary>Gets the answers; gives another page to go to when this one is not to be shown yet, or no longer.</summary>
    protected async Task<IActionResult?> Begin(CancellationToken cancel)
    {
        var draft = await find.Handle(Token, cancel);
        if (draft?.Sent is not null && !IsFirst) return LocalRedirect("~/melden/klaar");
        Answers = Begun(draft);
        return Answers.NextStep < Step ? LocalRedirect(PathOf(Answers.NextStep)) : null;
    }

    /// <summary>Keeps the answers of this page.</summary>
    protected async Task<ResidentDraft> Keep(Func<ResidentAnswers, ResidentAnswers> change, CancellationToken cancel)
    {
        var kept = await keep.Handle(Token, anew: IsFirst, answers => change(Begun(answers)), cancel);
        if (kept.Token != Token) DraftCookie.Write(HttpContext, kept.Token);
        Answers = kept.Draft.Answers;
        return kept.Draft;
    }

    /// <summary>Keeps the answers of this page and goes to the next.</summary>
    protected async Task<IActionResult> KeepAndGoOn(Func<ResidentAnswers, ResidentAnswers> change, CancellationToken cancel)
    {
        var draft = await Keep(change, cancel);
        return draft.Sent is not null ? LocalRedirect("~/melden/klaar") : LocalRedirect(PathOf(Next(draft.Answers)));
    }

    /// <summary>The page after this one; after a change, the page with all answers.</summary>
    protected ResidentStep Next(ResidentAnswers answers)
    {
        if (Changing) return answers.NextStep;
        var next = Step + 1;
        if (next == ResidentStep.Details && answers.TellBy is null && answers.TellingAnswered) next = ResidentStep.Check;
        return answers.NextStep < next ? answers.NextStep : next;
    }

    private ResidentAnswers Begun(ResidentDraft? draft) => Begun(draft is { Sent: null } ? draft.Answers : new ResidentAnswers());

    // Who comes with something of another kind comes with something else.
    private ResidentAnswers Begun(ResidentAnswers answers) =>
        ChosenKind is not { } kind || answers.Kind == kind ? answers : new ResidentAnswers { Kind = kind };

    private ResidentStep Before(ResidentStep step) =>
        step == ResidentStep.Check && Answers.TellBy is null ? ResidentStep.Telling : step == ResidentStep.Kind ? step : step - 1;
}
