using Loket.Cases;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Api;

/// <summary>Cases are read, contacts put on and off.</summary>
internal static class CaseEndpoints
{
    private const string Purpose = "api";
    private const int UsualPage = 50;
    private const int MostOnPage = 200;

    // The lists that are nobody's own: a program has no desk.
    private static readonly Dictionary<string, WorklistKind> Lists = new(StringComparer.Ordinal)
    {
        ["all"] = WorklistKind.All, ["triage"] = WorklistKind.Triage, ["withPartner"] = WorklistKind.WithPartner,
    };

    private static readonly Failure UnknownList = new("request.unknown-list", FailureKind.Invalid, "List");
    private static readonly Failure PageSize = new("request.page-size", FailureKind.Invalid, "Size", MostOnPage);
    private static readonly Failure PageKey = new("request.page-key", FailureKind.Invalid);

    public static async Task<object> List(
        HttpContext context, Worklists lists, ApiNames names, CancellationToken cancel, string list = "all", int size = UsualPage, string? after = null)
    {
        if (size is < 1 or > MostOnPage) return PageSize;
        if (!Lists.TryGetValue(list, out var kind)) return UnknownList;
        var key = after is null ? null : PageKeys.Worklist(after);
        if (after is not null && key is null) return PageKey.At("After");
        var page = await lists.Page(kind, context.Actor(), size, key, cancel);
        await names.Load(cancel);
        return Results.Json(new CasePage(
            [.. page.Rows.Select(row => new CaseRow(
                row.Reference, row.Subject, row.Category, row.Area, row.Address, row.Asset, row.Danger, row.Status, names.Of(row.Team), names.Of(row.Partner),
                row.TriageReason, row.OpenedAt, row.DeadlineAt, row.Contacts))],
            page.Next is { } next ? PageKeys.Write(next) : null));
    }

    public static async Task<object> Open(string reference, HttpContext context, OpenCase open, ApiNames names, CancellationToken cancel)
    {
        var found = await open.Handle(reference, context.Actor(), Purpose, cancel);
        if (!found.Succeeded) return found.Failure;
        await names.Load(cancel);
        context.IsVersion(found.Value.Version);
        return Results.Json(AnswerOf(found.Value, names));
    }

    public static async Task<object> Join(string reference, JoinBody body, HttpContext context, FindCase cases, JoinContact join, CancellationToken cancel)
    {
        var by = context.Actor();
        if (await cases.Handle(reference, by, cancel) is not { } id) return CaseFailures.NotFound;
        if (!Reference.TryParse(body.Contact, out var contact)) return ContactFailures.NotFound.At("Contact");
        var joined = await join.Handle(new JoinContact.Request(context.WishKey(), contact, id, by), cancel);
        if (!joined.Succeeded) return joined.Failure;
        var one = joined.Value;
        return Results.Json(new MatterAnswer(one.Reference, one.Outcome, one.CaseReference, one.Contacts, one.Reopened, LooksKnown: false));
    }

    public static async Task<object> Leave(string reference, string contact, HttpContext context, FindCase cases, UndoEnding undo, CancellationToken cancel)
    {
        var by = context.Actor();
        if (await cases.Handle(reference, by, cancel) is not { } id) return CaseFailures.NotFound;
        if (!Reference.TryParse(contact, out var matter)) return ContactFailures.NotFound;
        var left = await undo.Handle(new UndoEnding.Request(context.WishKey(), matter, by, id, context.SeenVersion()), cancel);
        return left.Succeeded ? Results.NoContent() : left.Failure;
    }

    public static async Task<object> Messages(
        string reference, HttpContext context, OpenCase open, ReadMessages messages, CancellationToken cancel, int size = UsualPage, Guid? before = null)
    {
        if (size is < 1 or > MostOnPage) return PageSize;
        var found = await open.Handle(reference, context.Actor(), Purpose, cancel);
        if (!found.Succeeded) return found.Failure;
        var references = found.Value.Participants.ToDictionary(one => one.Id.Value, one => one.Reference);
        var page = await messages.OfCase(found.Value.Id.Value, context.Actor(), size, before is { } id ? new MessageId(id) : null, cancel);
        return Results.Json(page.Select(one => new MessageAnswer(
            one.Id.Value, one.Kind, one.Channel, one.State, one.StateAt, one.QueuedAt, one.Language,
            one.About.Participant is { } participant ? references.GetValueOrDefault(participant) : null, one.Tries, one.MaybeTwice, one.Failure?.Code)));
    }

    public static async Task<object> Timeline(
        string reference, HttpContext context, OpenCase open, JournalReader journal, CancellationToken cancel, int size = UsualPage, Guid? before = null)
    {
        if (size is < 1 or > MostOnPage) return PageSize;
        var by = context.Actor();
        var found = await open.Handle(reference, by, Purpose, cancel);
        if (!found.Succeeded) return found.Failure;
        var upTo = by.May(Right.SeeCases) ? Audience.Staff : Audience.Everyone;
        var lines = await journal.Timeline(found.Value.Id.Value, upTo, size, before is { } id ? new JournalEntryId(id) : null, cancel);
        // Of people a partner learns what its rule says, whatever rights its program was given.
        var personal = by.May(Right.SeePersonalData) && !found.Value.IsForPartner;
        return Results.Json(lines.Select(line => new TimelineAnswer(
            line.Entry.Value, line.At, line.By.Kind, line.Kind, TimelineFacts.Of(found.Value.Shown(line.Happened), personal))));
    }

    private static CaseAnswer AnswerOf(CaseView view, ApiNames names) => new(
        view.Reference, view.Version, view.Type, view.Category, view.Subject,
        new PlaceAnswer(view.Place.Text, view.Place.Area, view.Place.Address, view.Place.Asset, view.Place.X, view.Place.Y),
        view.Danger, view.Status, names.Of(view.Team), names.Of(view.Partner), view.TriageReason, view.OpenedAt, view.DeadlineAt, view.SuspendedAt,
        view.ClosedAt, view.Result, view.Solved, view.Contacts,
        [.. view.Participants.Select(one => new CaseContact(one.Reference, one.JoinedAt, one.LeftAt, one.Channel, one.Name, one.Subject, one.Text, one.Kind, one.ReceivedOn, one.Assisted))],
        [.. view.Shared.Select(one => new SharedPersonAnswer(one.Name, one.Phone, one.Email, one.Address))],
        [.. view.Handovers.Select(one => new HandoverAnswer(
            one.Id.Value, one.Version, names.Of(one.Partner), one.State, one.Question, one.OfferedAt, one.AnsweredAt, one.EndedAt, one.Reason, one.PlannedOn,
            one.JobNumber, one.Chased, one.AskedAt))]);
}
