using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Loket.Web.Api;

/// <summary>A case for a partner.</summary>
/// <param name="Case">The number of the case.</param>
/// <param name="Partner">Key of the partner.</param>
/// <param name="Question">What the partner is asked; at most 4,000 characters.</param>
internal sealed record HandoverBody(string Case, string Partner, string Question);

/// <summary>What a partner says.</summary>
internal enum ReplyKind
{
    Accept,
    Refuse,
    Progress,
    AskBack,
    Finish,
}

/// <summary>What a partner says.</summary>
/// <param name="Kind">In short.</param>
/// <param name="Text">The reason of a refusal, news, the question back, or the report; at most 4,000 characters.</param>
/// <param name="JobNumber">The partner's own number for the job; at most 60 characters.</param>
/// <param name="PlannedOn">The day on which it is planned.</param>
/// <param name="Solved">Whether the problem is gone; must be said when done.</param>
/// <param name="Files">What is sent along, each as <c>file</c> of what was handed in for it; at most five.</param>
internal sealed record ReplyBody(
    ReplyKind Kind, string? Text = null, string? JobNumber = null, LocalDate? PlannedOn = null, bool? Solved = null, IReadOnlyList<string>? Files = null);

/// <summary>A file that was handed in, to send along with a reply within a day.</summary>
/// <param name="File">For <c>files</c> of the reply.</param>
internal sealed record ReceivedFileAnswer(string File, string Name, string ContentType, long Size);

/// <summary>A file that went along with a handover.</summary>
/// <param name="Number">For its address.</param>
/// <param name="Name">Its own name only where the municipality gives this partner names.</param>
/// <param name="Size">In bytes.</param>
/// <param name="FromPartner">Whether the partner sent it.</param>
internal sealed record HandoverFileAnswer(int Number, string Name, string ContentType, long Size, bool FromPartner, Instant At);

/// <summary>Why a case is taken back.</summary>
/// <param name="Reason">For the partner; at most 4,000 characters.</param>
internal sealed record TakingBackBody(string Reason);

/// <summary>Cases go to partners, and answers come back.</summary>
internal static class HandoverEndpoints
{
    private static readonly Failure UnknownPartner = new("handover.unknown-partner", FailureKind.Invalid, "Partner");

    public static async Task<object> Offer(
        HandoverBody body, HttpContext context, FindCase cases, PartnerDirectory partners, HandOverCase handOver, OpenCase open, ApiNames names, CancellationToken cancel)
    {
        var by = context.Actor();
        if (await cases.Handle(body.Case, by, cancel) is not { } id) return CaseFailures.NotFound.At("Case");
        if (await partners.Find(body.Partner, cancel) is not { IsClosed: false } partner) return UnknownPartner;
        var changed = await handOver.Handle(new CaseChange(context.WishKey(), id, by, context.SeenVersion()), partner.Id, body.Question, cancel);
        if (!changed.Succeeded) return changed.Failure;
        context.Response.StatusCode = StatusCodes.Status201Created;
        return await CaseEndpoints.Open(changed.Value.Reference, context, open, names, cancel);
    }

    public static async Task<object> TakeBack(
        Guid id, TakingBackBody body, HttpContext context, FindHandover handovers, TakeBack takeBack, OpenCase open, ApiNames names, CancellationToken cancel)
    {
        var by = context.Actor();
        if (await handovers.Handle(new HandoverId(id), by, cancel) is not { } @case) return HandoverFailures.NotFound;
        var changed = await takeBack.Handle(new CaseChange(context.WishKey(), @case, by, context.SeenVersion()), new HandoverId(id), body.Reason, cancel);
        return changed.Succeeded ? await CaseEndpoints.Open(changed.Value.Reference, context, open, names, cancel) : changed.Failure;
    }

    public static async Task<object> Reply(Guid id, ReplyBody body, HttpContext context, ReplyToHandover reply, TenantContext tenant, CancellationToken cancel)
    {
        // Who says nothing of it has not said that it is solved.
        if (body is { Kind: ReplyKind.Finish, Solved: null }) return OrganisationFailures.Required.At("Solved");
        var files = new List<ReceivedFile>();
        foreach (var token in body.Files ?? [])
        {
            var file = ReceivedFile.Read(token, tenant.Tenant);
            if (!file.Succeeded) return file.Failure.At("Files");
            files.Add(file.Value);
        }

        var asked = new ReplyToHandover.Request(context.WishKey(), new HandoverId(id), context.Actor(), ReplyOf(body), SeenVersion: context.SeenVersion(), Files: files);
        var done = await reply.Handle(asked, cancel);
        return done.Succeeded ? Results.NoContent() : done.Failure is { Field: "Reason" or "Question" or "Report" } failure ? failure.At("Text") : done.Failure;
    }

    public static async Task<object> Files(Guid id, HttpContext context, ListHandoverFiles list, CancellationToken cancel)
    {
        var files = await list.Handle(new HandoverId(id), context.Actor(), cancel);
        if (!files.Succeeded) return files.Failure;
        return Results.Json(files.Value.Select(one => new HandoverFileAnswer(one.Number, one.Name, one.Document.Kind.ContentType(), one.Document.Size, one.FromPartner, one.At)));
    }

    public static async Task<object> File(Guid id, int number, HttpContext context, OpenHandoverFile open, CancellationToken cancel)
    {
        var opened = await open.Handle(new HandoverId(id), number, context.Actor(), cancel);
        if (!opened.Succeeded) return opened.Failure;
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(opened.Value.Content, opened.Value.ContentType, opened.Value.Document.Name);
    }

    public static async Task<object> HandIn(Guid id, Stream content, HttpContext context, TakeHandoverFile take, TenantContext tenant, CancellationToken cancel, string? name = null)
    {
        var taken = await take.Handle(new HandoverId(id), content, name, context.Actor(), cancel);
        if (!taken.Succeeded) return taken.Failure;
        var file = taken.Value;
        return Results.Json(new ReceivedFileAnswer(file.ToToken(tenant.Tenant), file.Name, file.Kind.ContentType(), file.Size), statusCode: StatusCodes.Status201Created);
    }

    private static PartnerReply ReplyOf(ReplyBody body) => body.Kind switch
    {
        ReplyKind.Accept => new PartnerReply.Accept(body.JobNumber, body.PlannedOn),
        ReplyKind.Refuse => new PartnerReply.Refuse(body.Text ?? ""),
        ReplyKind.Progress => new PartnerReply.Progress(body.JobNumber, body.PlannedOn, body.Text),
        ReplyKind.AskBack => new PartnerReply.AskBack(body.Text ?? ""),
        _ => new PartnerReply.Finish(body.Text ?? "", body.Solved == true),
    };
}
