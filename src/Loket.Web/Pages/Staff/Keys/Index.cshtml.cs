using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Keys;

/// <summary>The overview of keyboard shortcuts, as a page and as what a dialog shows.</summary>
[AnyStaff]
public sealed class IndexModel : StaffPage
{
    /// <summary>Whether the reader uses single keys.</summary>
    public bool UsesSingleKeys => HttpContext.UsesSingleKeys();

    /// <summary>The overview alone, for a dialog.</summary>
    public IActionResult OnGetTable() => Partial("_Table", UsesSingleKeys);
}
