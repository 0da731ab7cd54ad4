using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Texts;

/// <summary>One text of a message in one language: written, looked at, taken into use, or put back to the standard.</summary>
[Right(Right.Configure)]
public sealed class TextModel(ListTemplates list, ChangeTemplate change, RestoreTemplate restore) : ManagePage<TextForm>
{
    /// <summary>The text's key in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>The language in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "taal")]
    public string TextLanguage { get; set; } = "";

    /// <summary>As it stands.</summary>
    public TemplateView View { get; private set; } = null!;

    /// <summary>How it would read, with its fields in brackets; null until somebody looks.</summary>
    public TemplatePreview? Preview { get; private set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Shows how it would read.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        var shown = PreviewTemplate.Of(Key, TextLanguage, Form.Text());
        if (!shown.Succeeded) return await Refuse(shown.Failure);
        Preview = shown.Value;
        return Page();
    }

    /// <summary>Takes it into use.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Present(cancel) is null) return NotFound();
        return await Save(change.Handle(new ChangeTemplate.Request(RequestKey, Key, TextLanguage, Form.Text(), Form.Version, Actor), cancel), "~/beheer/teksten", cancel);
    }

    /// <summary>Puts the standard text back.</summary>
    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) =>
        Answer(restore.Handle(new RestoreTemplate.Request(RequestKey, Key, TextLanguage, Actor), cancel), _ => Saved("~/beheer/teksten", "Restored"));

    /// <inheritdoc />
    protected override async Task<TextForm?> Present(CancellationToken cancel)
    {
        var all = await list.Handle(Actor, cancel);
        if (!all.Succeeded || all.Value.FirstOrDefault(one => one.Key == Key && one.Language == TextLanguage) is not { } found) return null;
        View = found;
        return new TextForm { Subject = found.Text.Subject, Short = found.Text.Short, Body = found.Text.Body, Version = found.Version };
    }
}

/// <summary>A text as it is written.</summary>
public sealed class TextForm : IManageForm
{
    /// <summary>One line.</summary>
    public string? Subject { get; set; }

    /// <summary>The whole of a text message.</summary>
    public string? Short { get; set; }

    /// <summary>The body.</summary>
    public string? Body { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) => [("Subject", Subject), ("Short", Short), ("Body", Body)];

    internal TemplateText Text() => new(Subject ?? "", Short ?? "", (Body ?? "").ReplaceLineEndings("\n"));
}
