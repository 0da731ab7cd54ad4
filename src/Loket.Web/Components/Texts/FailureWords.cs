using System.Globalization;
using Loket.Kernel;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Loket.Web.Components;

/// <summary>Puts expected failures into words: what is wrong and how to mend it.</summary>
/// <remarks>
/// The key is the failure's code. A page may say it in its own way in its own texts; else it stands in the file of the code's first part:
/// <c>case.closed</c> in <c>Components/Texts/Failures/case</c>.
/// </remarks>
public static class FailureWords
{
    /// <summary>The place of the words for a failure's code.</summary>
    public static string PlaceOf(string code) => "Components/Texts/Failures/" + code.Split('.')[0];

    /// <summary>The failure in the language of these words.</summary>
    public static string Of(this Words words, Failure failure)
    {
        if (words.Has(failure.Code)) return words[failure.Code, failure.Arguments];
        var ofRoom = TextCatalogue.Default.For(PlaceOf(failure.Code), words.Culture);
        return ofRoom.Has(failure.Code) ? ofRoom[failure.Code, failure.Arguments] : words["Failure.Unknown"];
    }

    /// <summary>Shows the failure at its field, or on top of the form when it belongs to none.</summary>
    /// <param name="state">The form's state.</param>
    /// <param name="failure">What is wrong.</param>
    /// <param name="words">The page's words.</param>
    /// <param name="form">Name of the page's form property, for example <c>Form</c>.</param>
    public static void Add(this ModelStateDictionary state, Failure failure, Words words, string form = "Form") =>
        state.AddModelError(failure.Field is null ? "" : form.Length == 0 ? failure.Field : form + "." + failure.Field, words.Of(failure));

    /// <summary>The failure in the language of the request.</summary>
    public static string InWords(this Failure failure) =>
        TextCatalogue.Default.For(Words.Shared, CultureInfo.CurrentUICulture).Of(failure);
}
