using Loket.Contacts;
using Loket.Messages;
using Loket.Web.Components;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Staff.Intake;

/// <summary>A contact as it is typed while somebody tells it; only channel and subject are mandatory.</summary>
public sealed class IntakeForm
{
    /// <summary>How they reached us.</summary>
    public Channel? Channel { get; set; }

    /// <summary>What it is about, in one line.</summary>
    public string? Subject { get; set; }

    /// <summary>What they tell.</summary>
    public string? Text { get; set; }

    /// <summary>When they are called back, as posted; empty for the first possibility.</summary>
    public string? CallbackWindow { get; set; }

    /// <summary>Who calls them back, as posted; empty for whoever it belongs to.</summary>
    public string? CallbackOwner { get; set; }

    /// <summary>The callback request about which they call again.</summary>
    public Guid? CallAgain { get; set; }

    /// <summary>How they are called.</summary>
    public string? Name { get; set; }

    /// <summary>Person or company; empty where they did not say.</summary>
    public CustomerKind? Kind { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Postal address, in lines.</summary>
    public string? Address { get; set; }

    /// <summary>nl or en.</summary>
    public string Language { get; set; } = "nl";

    /// <summary>How they want to be told.</summary>
    public MessageChannel? ReplyBy { get; set; }

    /// <summary>The customer, once the one who asks has said that it is this person.</summary>
    public Guid? Customer { get; set; }

    /// <summary>The customer for whom they act; empty where they come for themselves.</summary>
    public Guid? For { get; set; }

    /// <summary>What somebody else did for the person whom it is about; empty where they came themselves.</summary>
    public Assistance? Assistance { get; set; }

    /// <summary>Who that somebody is.</summary>
    public string? AssistedBy { get; set; }

    /// <summary>Address, street or description of the place.</summary>
    public string? Where { get; set; }

    /// <summary>Which of the addresses that it can be, as it is written; empty while nobody chose.</summary>
    public string? WhereExactly { get; set; }

    /// <summary>Number of an object.</summary>
    public string? Asset { get; set; }

    /// <summary>Key of an area.</summary>
    public string? Area { get; set; }

    /// <summary>Key of the subject; empty while it is not known.</summary>
    public string? Category { get; set; }

    /// <summary>Formal paper: empty while nobody chose, <c>none</c>, or its name.</summary>
    public string? Paper { get; set; }

    /// <summary>The day on which a letter or e-mail came in; empty for today.</summary>
    public DateEntry ReceivedOn { get; set; } = new();

    /// <summary>Cannot wait.</summary>
    public bool Danger { get; set; }

    /// <summary>Reference of the case that it is about.</summary>
    public string? Case { get; set; }

    /// <summary>Whether all cases that look like it are shown, and not only the first few.</summary>
    public bool All { get; set; }

    /// <summary>What was answered.</summary>
    public string? Answer { get; set; }

    /// <summary>To which body it goes.</summary>
    public string? Body { get; set; }

    /// <summary>Scans and photos.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files that were taken in before the form came back, signed.</summary>
    public List<string> Kept { get; set; } = [];
}
