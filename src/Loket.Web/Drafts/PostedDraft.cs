using Loket.Organisation.Drafts;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Drafts;

/// <summary>What a posted form says of the draft that it may leave.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Path">The page on which it is gone on with.</param>
/// <param name="Form">The form, as its window shows it.</param>
/// <param name="Fields">What was typed.</param>
internal sealed record PostedDraft(DraftSubject About, string Path, DraftForm Form, IReadOnlyDictionary<string, string[]> Fields)
{
    public const string AboutField = "draft";
    public const string PathField = "draft-at";
    public const string SeenField = "draft-seen";

    // Which version the writer had before them; nobody typed it.
    private const string VersionField = ".Seen";

    // These are chosen already in a form in which nobody has written anything.
    private static readonly string[] ChosenAlready = ["Form.Channel", "Form.Language"];

    /// <summary>Reads it; null where the posted form keeps no draft.</summary>
    public static PostedDraft? Of(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return null;
        var form = context.Request.Form;
        if (DraftSubject.Read(form[AboutField]) is not { } about || form[PathField] is not [{ } path] || !IsHere(path)) return null;
        return new PostedDraft(about, path, new DraftForm(FormKeys.Of(context), Guid.TryParse(form[SeenField].ToString(), out var seen) ? seen : null), FieldsOf(form));
    }

    /// <summary>The fields of a form's model; what the page itself put beside them is not typed.</summary>
    public static IReadOnlyDictionary<string, string[]> FieldsOf(IFormCollection form)
    {
        var fields = form.Where(field => field.Key.Contains('.', StringComparison.Ordinal))
            .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal);
        var isTyped = fields.Any(field => !ChosenAlready.Contains(field.Key, StringComparer.Ordinal) && !field.Key.EndsWith(VersionField, StringComparison.Ordinal)
            && field.Value.Any(value => !string.IsNullOrWhiteSpace(value)));
        return isTyped ? fields : new Dictionary<string, string[]>(StringComparer.Ordinal);
    }

    // An address of our own site, and no other.
    private static bool IsHere(string path) => path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl);
}
