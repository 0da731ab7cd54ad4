using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Messages.Templates;

/// <summary>The municipality writes a text of its own.</summary>
public sealed class ChangeTemplate(UnitOfWork unit)
{
    /// <summary>The text, and the version that was open while it was written (0: the standard text).</summary>
    public sealed record Request(RequestKey Key, string Template, string Language, TemplateText Text, int Version, Actor By);

    /// <summary>Takes it into use for messages that are written from now on; gives its version.</summary>
    public Task<Result<int>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<int>(request.Key, new { request.Template, request.Language, request.Text, request.Version }, async work =>
        {
            if (!request.By.May(Right.Configure)) return MessageFailures.NotAllowed;
            if (StandardTemplates.Find(request.Template, request.Language) is null) return MessageFailures.TemplateUnknown.With(request.Template);

            var own = await work.Db.MessageTemplates.SingleOrDefaultAsync(one => one.Key == request.Template && one.Language == request.Language, cancel);
            if ((own?.Version ?? 0) != request.Version) return StorageFailures.ChangedMeanwhile;
            if (own is null)
            {
                own = new MessageTemplate { Id = Ids.New<TemplateId>(), Key = request.Template, Language = request.Language };
                work.Db.Add(own);
            }

            if (own.Change(request.Text, work.Now) is { } failure) return failure;
            work.Journal.Write(new TemplateChanged(own.Id.Value, own.Key, own.Language, BackToStandard: false), request.By);
            return request.Version + 1;
        }, cancel);
}

/// <summary>The standard text is good enough after all.</summary>
public sealed class RestoreTemplate(UnitOfWork unit)
{
    /// <summary>The text.</summary>
    public sealed record Request(RequestKey Key, string Template, string Language, Actor By);

    /// <summary>Takes the municipality's own text away; without one, nothing changes.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<Done>(request.Key, new { request.Template, request.Language }, async work =>
        {
            if (!request.By.May(Right.Configure)) return MessageFailures.NotAllowed;
            if (await work.Db.MessageTemplates.SingleOrDefaultAsync(one => one.Key == request.Template && one.Language == request.Language, cancel) is { } own)
            {
                work.Db.Remove(own);
                work.Journal.Write(new TemplateChanged(own.Id.Value, own.Key, own.Language, BackToStandard: true), request.By);
            }

            return default(Done);
        }, cancel);
}

/// <summary>How a text reads, with each field named in square brackets or filled in with an example.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Html">The body, as an HTML fragment.</param>
public sealed record TemplatePreview(string Subject, string Html);

/// <summary>Shows how a text reads before it is taken into use.</summary>
public static class PreviewTemplate
{
    /// <summary>The text as it would read; fails as <see cref="ChangeTemplate"/> would.</summary>
    /// <param name="template">Its key.</param>
    /// <param name="language">Its language.</param>
    /// <param name="text">The text.</param>
    /// <param name="example">What is filled in, empty for what is missing; a field that is not in it is named in brackets.</param>
    public static Result<TemplatePreview> Of(string template, string language, TemplateText text, IReadOnlyDictionary<string, string>? example = null)
    {
        if (CheckTemplate.Wrong(template, language, text) is { } failure) return failure;
        var shown = MessageTemplate.KnownFields(template).ToDictionary(
            field => field, field => example?.GetValueOrDefault(field) ?? (field.EndsWith("link", StringComparison.Ordinal) ? "https://example.nl/" : $"[{field}]"), StringComparer.Ordinal);
        return text.Fill(shown, StandardTemplates.FrameOf(template, language)).Then(filled => new TemplatePreview(filled.Subject, Secrets.Hide(filled.Html)));
    }
}
