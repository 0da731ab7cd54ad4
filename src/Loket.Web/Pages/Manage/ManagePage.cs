using Loket.Kernel;
using Loket.Storage;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage;

/// <summary>A form on which something is set up.</summary>
public interface IManageForm
{
    /// <summary>The version that was open; 0 for something new.</summary>
    int Version { get; set; }

    /// <summary>All that it says, in words, by the key of each field's label, to be shown beside another's.</summary>
    IEnumerable<(string Label, string? Text)> Said(Words words);
}

/// <summary>What the pages share on which one thing is made or changed: a change that crossed another's shows both, and the own one stays in the form.</summary>
/// <typeparam name="TForm">What is filled in.</typeparam>
public abstract class ManagePage<TForm> : StaffPage where TForm : class, IManageForm, new()
{
    /// <summary>Stands in the address of what is yet to be made.</summary>
    public const string New = "nieuw";

    /// <summary>What is filled in.</summary>
    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What somebody else made of it since the form was opened; null when nobody did.</summary>
    public TForm? Theirs { get; private set; }

    /// <summary>Where the other's differs from the own, in words; null when nobody crossed it.</summary>
    public IReadOnlyList<(string Label, string? Text)>? Differences =>
        Theirs is null ? null : [.. Theirs.Said(Words).Except(Form.Said(Words)).Select(said => (Words[said.Label], said.Text))];

    /// <summary>As it stands now, filled in; null when it is not there.</summary>
    protected abstract Task<TForm?> Present(CancellationToken cancel);

    /// <summary>Shows it as it stands.</summary>
    protected async Task<IActionResult> Open(CancellationToken cancel)
    {
        if (await Present(cancel) is not { } present) return NotFound();
        Form = present;
        await Load(cancel);
        return Page();
    }

    /// <summary>Ends a change: back to a page that says so, or here again with what is wrong.</summary>
    protected async Task<IActionResult> Save<T>(Task<Result<T>> asked, string href, CancellationToken cancel)
    {
        var result = await asked;
        if (result.Failure == StorageFailures.ChangedMeanwhile && await Present(cancel) is { } theirs)
        {
            Theirs = theirs;
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Version)}");
            Form.Version = theirs.Version;
        }

        return result.Succeeded ? Saved(href) : await Refuse(AtField(result.Failure));
    }

    /// <summary>A failure at the field of the page that it is about, where the use case knows that by another name.</summary>
    protected virtual Failure AtField(Failure failure) => failure;

    /// <summary>Goes to a page that says what was done.</summary>
    protected LocalRedirectResult Saved(string href, string notice = "Saved")
    {
        Notice = notice;
        return LocalRedirect(href);
    }
}
