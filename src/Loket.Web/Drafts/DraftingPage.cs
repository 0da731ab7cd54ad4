using Loket.Kernel;
using Loket.Organisation.Drafts;
using Loket.Organisation.Settings;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Loket.Web.Drafts;

/// <summary>A page on which what is written is kept as a draft: while typing, and without script at each submit that does not carry it out. It stands filled in again for its owner, as long as
/// they may open the page.</summary>
public abstract class DraftingPage : StaffPage
{
    private const string Draft = "Draft";
    private const string Discard = "Discard";

    private readonly Dictionary<string, (DraftSubject About, Guid? Stamp, LocalDateTime At)> standing = new(StringComparer.Ordinal);

    /// <summary>What its drafts are about; null where the reader can write nothing.</summary>
    protected abstract (DraftPlace Place, Guid Thing)? Drafts { get; }

    /// <summary>What goes on as part of that: what was written about it stands filled in here, where nothing about the whole does.</summary>
    protected virtual IReadOnlyList<Guid> DraftsOfParts => [];

    /// <summary>The page on which a draft is gone on with.</summary>
    protected virtual string DraftPath => PostedForms.PageOf(Request);

    /// <summary>Whether that is another address than that of the page without a draft.</summary>
    protected virtual bool DraftHasOwnAddress => false;

    /// <summary>What a form says of its draft.</summary>
    /// <param name="form">Name of the form.</param>
    /// <param name="byItself">Whether it is kept while typing.</param>
    public DraftBox DraftOf(string form, bool byItself = true)
    {
        var (place, thing) = Drafts!.Value;
        var stands = standing.TryGetValue(form, out var found);
        var page = PostedForms.PageOf(Request);
        return new DraftBox(
            (stands ? found.About : new DraftSubject(place, thing, form)).ToString(), DraftPath, stands ? found.Stamp : null, stands ? found.At : null,
            QueryHelpers.AddQueryString(page, "handler", Draft), QueryHelpers.AddQueryString(page, "handler", Discard), byItself, DraftHasOwnAddress);
    }

    /// <summary>Keeps what was typed in one form, for who has no script.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        await TakeFiles(cancel);
        if (Posted is not { } posted) return BadRequest();
        var kept = await Keep(posted, cancel);
        if (!kept.Succeeded) return await Refuse(kept.Failure);
        return ModelState.IsValid ? LocalRedirect(posted.Path) : await Again();
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (PostedDraft.Of(HttpContext) is not { } posted) return BadRequest();
        await Service<DropDraft>().Handle(posted.About, null, Actor, cancel);
        return LocalRedirect(WithoutDraft);
    }

    /// <summary>Takes in the files that were posted with it, where the page has any.</summary>
    protected virtual Task TakeFiles(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The page as it is without a draft.</summary>
    protected virtual string WithoutDraft => PostedForms.PageOf(Request);

    /// <summary>A draft stands filled in, and its writer goes on with it.</summary>
    protected virtual Task GoesOn(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What a posted form leaves as a draft when it was not carried out.</summary>
    private protected virtual PostedDraft? Posted => HttpMethods.IsPost(Request.Method) ? PostedDraft.Of(HttpContext) : null;

    /// <inheritdoc />
    private protected override async Task Conclude(PageHandlerExecutedContext executed)
    {
        await base.Conclude(executed);
        if (executed.Exception is not null) return;
        var (cancel, posted) = (HttpContext.RequestAborted, Posted);
        // A form that did not come from a page of ours leaves nothing.
        if (posted is not null && !executed.Canceled && executed.HandlerMethod?.Name is not (Draft or Discard))
        {
            // What was done is done, also for a browser that does not wait for the answer.
            if (executed.Result is LocalRedirectResult) await Service<DropDraft>().Handle(posted.About, posted.Form, Actor, CancellationToken.None);
            else if (executed.Result is PageResult or StatusCodeResult) await Keep(posted, cancel);
        }

        if (executed.Result is PageResult) await Show(posted?.About.Form, cancel);
    }

    private async Task<Result<KeptDraft>> Keep(PostedDraft posted, CancellationToken cancel) =>
        await Service<KeepDraft>().Handle(new KeepDraft.Request(posted.About, posted.Path, posted.Form, posted.Fields, Actor, ByItself: false), cancel);

    // In the form that came back stands what was posted, which was kept just now.
    private async Task Show(string? cameBack, CancellationToken cancel)
    {
        if (Drafts is not { } about) return;
        var drafts = (await Service<ReadDrafts>().Of(about.Place, [about.Thing, .. DraftsOfParts], Actor, cancel))
            .OrderByDescending(draft => draft.About.Thing == about.Thing).DistinctBy(draft => draft.About.Form).ToList();
        if (drafts.Count == 0) return;
        var zone = (await Service<Calendars>().Current(cancel)).Zone;
        foreach (var draft in drafts) standing[draft.About.Form] = (draft.About, draft.Stamp, draft.SavedAt.InZone(zone).LocalDateTime);
        var fields = drafts.Where(draft => draft.About.Form != cameBack && !IsGivenBack(draft.About.Form)).SelectMany(draft => draft.Fields)
            .ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.Ordinal);
        if (fields.Count == 0) return;
        await Fill(new FormCollection(fields));
        await GoesOn(cancel);
    }

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
