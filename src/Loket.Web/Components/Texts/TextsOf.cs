using System.Globalization;

namespace Loket.Web.Components;

/// <summary>The texts beside a page, for its model: <c>TextsOf&lt;AskModel&gt;</c> reads <c>Pages/Public/Ask.nl.json</c>.</summary>
/// <typeparam name="TModel">The page's model, in the namespace of its folder, named after its page with <c>Model</c> behind it.</typeparam>
public sealed class TextsOf<TModel>(TextCatalogue catalogue)
{
    private static readonly string Place = PlaceOf(typeof(TModel));

    /// <summary>The words in the language of the request.</summary>
    public Words Words => catalogue.For(Place, CultureInfo.CurrentUICulture);

    /// <summary>The text of a key; the key itself when there is none.</summary>
    public string this[string key] => Words[key];

    /// <summary>The text of a key with values for <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public string this[string key, params object?[] arguments] => Words[key, arguments];

    private static string PlaceOf(Type model)
    {
        var root = model.Assembly.GetName().Name!;
        var folder = model.Namespace!.Length > root.Length ? model.Namespace[(root.Length + 1)..].Replace('.', '/') + "/" : "";
        var name = model.Name.EndsWith("Model", StringComparison.Ordinal) ? model.Name[..^"Model".Length] : model.Name;
        return folder + name;
    }
}
