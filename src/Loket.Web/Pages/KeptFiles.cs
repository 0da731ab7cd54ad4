using Loket.Documents;
using Loket.Intake;
using Loket.Intake.Residents;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Loket.Web.Pages;

/// <summary>Files of a form that may come back: taken in at once and carried along signed, so that nobody has to choose one twice.</summary>
public sealed class KeptFiles(ReceiveFile receive, TenantContext tenant)
{
    /// <summary>Takes in what was chosen; what is refused is named at the field <c>Files</c> of the form, the others are kept.</summary>
    /// <param name="kept">What the form carries.</param>
    /// <param name="chosen">As the browser sends them.</param>
    /// <param name="state">For what is refused.</param>
    /// <param name="words">The page's words.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="form">Name of the property that holds the form.</param>
    public async Task Take(List<string> kept, IEnumerable<IFormFile> chosen, ModelStateDictionary state, Words words, CancellationToken cancel, string form = "Form")
    {
        var files = chosen.Where(one => one.Length > 0).ToList();
        if (files.Count > 0 && kept.Count + files.Count > ResidentAnswers.MostFiles)
        {
            state.Add(IntakeFailures.TooManyFiles.With(ResidentAnswers.MostFiles), words, form);
            return;
        }

        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var received = await receive.Handle(content, file.FileName, cancel);
            if (received.Succeeded) kept.Add(received.Value.ToToken(tenant.Tenant));
            else state.AddModelError(form + ".Files", $"{file.FileName}: {words.Of(received.Failure)}");
        }
    }

    /// <summary>The files that a form carries.</summary>
    public IReadOnlyList<ReceivedFile> Read(IEnumerable<string> kept) =>
        [.. kept.Take(ResidentAnswers.MostFiles).Select(token => ReceivedFile.Read(token, tenant.Tenant)).Where(read => read.Succeeded).Select(read => read.Value)];

    /// <summary>What a form carries for files that were taken in before.</summary>
    public List<string> Tokens(IEnumerable<ReceivedFile> files) => [.. files.Select(file => file.ToToken(tenant.Tenant))];
}

/// <summary>What a form carries for files that were taken in before.</summary>
/// <param name="Form">Name of the property that holds the form.</param>
/// <param name="Files">Each as the form carries it, and as it is.</param>
public sealed record CarriedFiles(string Form, IEnumerable<(string Token, ReceivedFile File)> Files);
