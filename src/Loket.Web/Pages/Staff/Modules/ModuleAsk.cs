using Loket.Cases.Modules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Loket.Web.Pages.Staff.Modules;

/// <summary>What somebody asks of the text modules beside a form: the list, those with some words, or one to be put in.</summary>
/// <param name="Form">Name of the form.</param>
/// <param name="Into">The field in which it is put.</param>
/// <param name="Words">What is looked for.</param>
/// <param name="Chosen">Names the one to be put in; empty for the list.</param>
public sealed record ModuleAsk(string Form, string Into, string Words, string Chosen)
{
    internal const string FormField = "module-form";
    internal const string IntoField = "module-into";
    internal const string WordsField = "module-words";
    internal const string ChosenField = "module";

    /// <summary>The list to be shown; null after one was put in.</summary>
    public IReadOnlyList<OfferedModule>? Shown { get; private init; }

    /// <summary>Reads what was posted; null where there are no text modules beside the form.</summary>
    /// <param name="request">What was posted.</param>
    /// <param name="fieldsOf">The fields of a form in which they can be put; none for another form.</param>
    internal static ModuleAsk? Read(HttpRequest request, Func<string, IReadOnlyList<string>> fieldsOf)
    {
        if (!request.HasFormContentType) return null;
        var (posted, form) = (request.Form, request.Form[FormField].ToString());
        var (fields, into) = (fieldsOf(form), posted[IntoField].ToString());
        return fields.Count == 0 ? null : new ModuleAsk(form, fields.Contains(into) ? into : fields[0], posted[WordsField].ToString(), posted[ChosenField].ToString());
    }

    /// <summary>Does what is asked: what was typed stays, and the module comes below it.</summary>
    /// <param name="request">The posted form.</param>
    /// <param name="state">What the fields show.</param>
    /// <param name="offered">What there is for the field.</param>
    internal ModuleAsk In(HttpRequest request, ModelStateDictionary state, IReadOnlyList<OfferedModule> offered)
    {
        Show(IntoField, Into);
        Show(WordsField, Words);
        if (offered.FirstOrDefault(one => one.Key == Chosen) is not { } module) return this with { Shown = ModuleSearch.Find(offered, Words) };
        var before = request.Form[Into].ToString().TrimEnd();
        var text = before.Length == 0 ? module.Text : before + "\n\n" + module.Text;
        Show(Into, text);
        // As if it was typed: the draft that is left of what was posted has it too.
        var fields = request.Form.ToDictionary(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
        fields[Into] = text;
        request.Form = new FormCollection(fields, request.Form.Files);
        return this;

        // What nobody has checked yet would count as wrong.
        void Show(string field, string value)
        {
            state.SetModelValue(field, value, value);
            state[field]!.ValidationState = ModelValidationState.Skipped;
        }
    }

    /// <summary>What there is, for a script.</summary>
    internal static JsonResult Json(IReadOnlyList<OfferedModule> offered) =>
        new(offered.Select(one => new { code = one.Code, name = one.Name, language = one.Language, text = one.Text }));
}
