using Loket.Web.Components;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Partner;

/// <summary>A reply with which files may go along.</summary>
public abstract class FilesForm
{
    /// <summary>What goes along, as the browser sends it.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files that were taken in before the form came back, signed.</summary>
    public List<string> Kept { get; set; } = [];
}

/// <summary>Taking it on, and progress after that: the same facts, so that what was typed stays when a colleague was first.</summary>
public sealed class PlanForm : FilesForm
{
    /// <summary>The partner's own number for the job.</summary>
    public string? JobNumber { get; set; }

    /// <summary>When it will be done.</summary>
    public DateEntry PlannedOn { get; set; } = new();

    /// <summary>How far it is.</summary>
    public string? Text { get; set; }
}

/// <summary>Giving it back.</summary>
public sealed class RefusalForm
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>Asking something first.</summary>
public sealed class QuestionForm : FilesForm
{
    /// <summary>The question.</summary>
    public string? Question { get; set; }
}

/// <summary>Done.</summary>
public sealed class ReportForm : FilesForm
{
    /// <summary>What was done.</summary>
    public string? Report { get; set; }

    /// <summary><c>yes</c> or <c>no</c>: whether the problem is gone.</summary>
    public string? Solved { get; set; }
}

/// <summary>A resident who reached the partner instead of the municipality.</summary>
public sealed class ContactForm
{
    /// <summary><c>this</c> job or something <c>else</c>.</summary>
    public string? About { get; set; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; set; }

    /// <summary>Where, in words; for something else.</summary>
    public string? Where { get; set; }

    /// <summary>How the resident is called.</summary>
    public string? Name { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }
}
