using Loket.Messages.Templates;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Texts;

/// <summary>The texts of messages.</summary>
[Right(Right.Configure)]
public sealed class IndexModel(ListTemplates list) : StaffPage
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The texts, by key; each in its languages.</summary>
    public IReadOnlyList<IGrouping<string, TemplateView>> Texts { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var read = await list.Handle(Actor, cancel);
        if (read.Succeeded) Texts = [.. read.Value.GroupBy(text => text.Key)];
    }
}
