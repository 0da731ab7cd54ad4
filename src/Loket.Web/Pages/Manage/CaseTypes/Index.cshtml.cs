using System.Globalization;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.CaseTypes;

/// <summary>The types of case and the subjects, as they are set up.</summary>
[Right(Right.Configure)]
public sealed class IndexModel(CategoryList list, CaseTypeForms forms) : StaffPage
{
    /// <summary>The types, by name, also those that never went live.</summary>
    public IReadOnlyList<CaseTypeSetUp> Types { get; private set; } = [];

    /// <summary>The subjects in use, by group.</summary>
    public IReadOnlyList<CategoryCard> Subjects { get; private set; } = [];

    /// <summary>The subjects that nobody can choose any more.</summary>
    public IReadOnlyList<CategorySetUp> Retired { get; private set; } = [];

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>One of two names, in the reader's language.</summary>
    public static string Named(string dutch, string english) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Language.Dutch ? dutch : english;

    /// <summary>The name of a result.</summary>
    public static string Named(ResultType result) => Named(result.Nl, result.En);

    /// <summary>The name of a subject's type.</summary>
    public string TypeOf(CategoryCard subject) => Types.FirstOrDefault(type => type.Details.Key == subject.CaseType)?.Live is { } type ? Named(type.NameNl, type.NameEn) : subject.CaseType;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel) => (Types, Subjects, Retired) = (await forms.Types(Actor, cancel), await list.All(cancel), await forms.Retired(Actor, cancel));
}
