using Loket.Cases.Emergency;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Emergency;

/// <summary>Opening for an hour a case of which one may not know, when it cannot wait (row K2).</summary>
[Right(Right.OpenInEmergency)]
public sealed class OpenModel(OpenCaseInEmergency open) : StaffPage
{
    /// <summary>Which case, and why.</summary>
    [BindProperty]
    public EmergencyForm Form { get; set; } = new();

    /// <summary>Opens it, and goes there.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Answer(
        open.Handle(new OpenCaseInEmergency.Request(RequestKey, Form.Reference, Form.Reason, Actor), cancel), opened => LocalRedirect(Links.Case(opened.Reference)));
}

/// <summary>What is filled in to open a case in an emergency.</summary>
public sealed class EmergencyForm
{
    /// <summary>Number of the case, or reference of somebody on it.</summary>
    public string? Reference { get; set; }

    /// <summary>Why it cannot wait.</summary>
    public string? Reason { get; set; }
}
