using Loket.Documents;
using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public.Report;

/// <summary>Photos and documents to go with it.</summary>
[Open]
public sealed class FilesModel(FindDraft find, KeepAnswers keep, ReceiveFile receive) : DraftPage(find, keep)
{
    /// <summary>What is chosen.</summary>
    [BindProperty]
    public FilesForm Form { get; set; } = new();

    /// <inheritdoc />
    protected override ResidentStep Step => ResidentStep.Files;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Begin(cancel) ?? Page();

    /// <summary>Takes the files in; those that are refused are named, the others are kept.</summary>
    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        await Load(cancel);
        var chosen = Form.Files ?? [];
        if (Answers.Files.Count + chosen.Count > ResidentAnswers.MostFiles) return await Refuse(IntakeFailures.TooManyFiles.With(ResidentAnswers.MostFiles));

        var received = new List<ReceivedFile>();
        foreach (var file in chosen)
        {
            await using var content = file.OpenReadStream();
            var result = await receive.Handle(content, file.FileName, cancel);
            if (result.Succeeded) received.Add(result.Value);
            else ModelState.AddModelError("Form.Files", $"{file.FileName}: {Words.Of(result.Failure)}");
        }

        var draft = await Keep(
            answers => answers with { Files = [.. answers.Files.Concat(received).Take(ResidentAnswers.MostFiles)], FilesAnswered = answers.FilesAnswered || then != "add" }, cancel);
        if (!ModelState.IsValid) return await Again();
        return then == "add" ? LocalRedirect(PathOf(Step) + (Changing ? "?wijzig=true" : "")) : LocalRedirect(draft.Sent is null ? PathOf(Next(draft.Answers)) : "~/melden/klaar");
    }

    /// <summary>Takes a file away again.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? hash, CancellationToken cancel)
    {
        await Keep(answers => answers with { Files = [.. answers.Files.Where(file => file.Hash != hash)] }, cancel);
        return LocalRedirect(PathOf(Step) + (Changing ? "?wijzig=true" : ""));
    }
}

/// <summary>Files.</summary>
public sealed class FilesForm
{
    /// <summary>As the browser sends them.</summary>
    public IReadOnlyList<IFormFile>? Files { get; set; }
}
