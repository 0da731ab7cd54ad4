using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Web.Pages.Manage.Texts;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>A text of a message that cases of a kind have of their own, in its draft: written, looked at with an example case, or taken away.</summary>
[Right(Right.Configure)]
public sealed class TextModel(CaseTypeForms forms, ListTemplates general, SaveCaseType save, PreviewTypeText preview) : ManagePage<TextForm>
{
    /// <summary>The type's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The text's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>The language in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "taal")]
    public string TextLanguage { get; set; } = "";

    /// <summary>The draft as it stands.</summary>
    public CaseTypeSetUp Stands { get; private set; } = null!;

    /// <summary>The general text.</summary>
    public TemplateView General { get; private set; } = null!;

    /// <summary>Whether the draft has one of its own.</summary>
    public bool IsOwn => TypeTexts.Find(Stands.Details, Key, TextLanguage) is not null;

    /// <summary>How it would read; null until somebody looks.</summary>
    public TemplatePreview? Preview { get; private set; }

    /// <summary>What it lacks before it can go live, for who looks.</summary>
    public IReadOnlyList<Failure> Lacks { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Shows how it would read.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        var shown = await preview.Handle(Stands.Details, new TypeText(Key, TextLanguage, Form.Text()), Actor, cancel);
        if (!shown.Succeeded) return await Refuse(shown.Failure);
        (Preview, Lacks) = (shown.Value, CheckTemplate.Lacks(Key, TextLanguage, Form.Text()));
        return Page();
    }

    /// <summary>Puts it in the draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        return await Save(save.Handle(Asked(Form.Version, [new TypeText(Key, TextLanguage, Form.Text())]), cancel), $"~/beheer/zaaktypen/{Type}/versies", cancel);
    }

    /// <summary>Takes it out of the draft: the general text counts.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(int seen, CancellationToken cancel)
    {
        if (await Present(cancel) is not { } present) return NotFound();
        Form = present;
        return await Answer(save.Handle(Asked(seen, []), cancel), _ => Saved($"~/beheer/zaaktypen/{Type}/versies", "Restored"));
    }

    /// <inheritdoc />
    protected override async Task<TextForm?> Present(CancellationToken cancel)
    {
        if (await forms.Type(Type, Actor, cancel) is not { } stands || !TypeTexts.Of(stands.Details.FormalPaper).Contains(Key)) return null;
        var all = await general.Handle(Actor, cancel);
        if (!all.Succeeded || all.Value.FirstOrDefault(one => one.Key == Key && one.Language == TextLanguage) is not { } found) return null;
        (Stands, General) = (stands, found);
        var text = TypeTexts.Find(stands.Details, Key, TextLanguage) ?? found.Text;
        return new TextForm { Subject = text.Subject, Short = text.Short, Body = text.Body, Version = stands.Version };
    }

    /// <inheritdoc />
    protected override Failure AtField(Failure failure) =>
        // The page shows one text of those of the kind.
        failure.Field?.Split("].") is [_, var field] ? failure.At(field) : failure;

    private SaveCaseType.Request Asked(int version, IEnumerable<TypeText> own)
    {
        var others = Stands.Details.Texts.Where(one => one.Template != Key || one.Language != TextLanguage);
        // In one order, so that a text that was taken away and written again is no change.
        IReadOnlyList<TypeText> texts = [.. others.Concat(own).OrderBy(one => one.Template, StringComparer.Ordinal).ThenBy(one => one.Language, StringComparer.Ordinal)];
        return new SaveCaseType.Request(RequestKey, Stands.Details with { Texts = texts }, version, Actor);
    }
}
