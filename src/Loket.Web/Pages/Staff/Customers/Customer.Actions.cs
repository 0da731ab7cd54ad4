using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>What can be noted about a person: warnings, and who acts for them.</summary>
public sealed partial class CustomerModel
{
    /// <summary>A warning to place.</summary>
    [BindProperty]
    public WarningForm Warning { get; set; } = new();

    /// <summary>Somebody who acts for this person.</summary>
    [BindProperty]
    public ActingForm Acts { get; set; } = new();

    /// <summary>Why a secret address can't wait.</summary>
    [BindProperty]
    public EmergencyForm Emergency { get; set; } = new();

    /// <summary>Whether the reader may open in an emergency what they may not know.</summary>
    public bool MayOpen => Actor.May(Right.OpenInEmergency);

    /// <summary>Whether the reader may place and end warnings, and read on what they rest.</summary>
    public bool MayWarn => Actor.May(Right.PlaceWarnings);

    /// <summary>Of what can be warned.</summary>
    public static IReadOnlyList<Choice> WarningKinds => [.. Enum.GetValues<WarningKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Start(StaffWords.Here.Of(kind))))];

    /// <summary>By what right somebody can act for another.</summary>
    public static IReadOnlyList<Choice> RepresentationKinds => [.. Enum.GetValues<RepresentationKind>().Select(kind => new Choice(kind.ToString(), StaffWords.Start(StaffWords.Here.Of(kind))))];

    /// <summary>Whether a form stands open: it came back with something to mend, or was given back.</summary>
    public bool IsOpen(string form) => stuck == form || IsGivenBack(form);

    /// <summary>Places a warning.</summary>
    public async Task<IActionResult> OnPostWarnAsync(CancellationToken cancel)
    {
        stuck = nameof(Warning);
        if (!Warning.Until.IsEmpty && Warning.Until.Date is null) return await Refuse(OrganisationFailures.NoDate.At("Until"), nameof(Warning));
        WarningKind? kind = Enum.TryParse<WarningKind>(Warning.Kind, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        return await Answer(warn.Handle(new PlaceWarning.Request(RequestKey, new CustomerId(Id), kind, Warning.Ground, Warning.Until.Date, Actor), cancel), _ => Done("Warned"), nameof(Warning));
    }

    /// <summary>Takes a warning away.</summary>
    public Task<IActionResult> OnPostUnwarnAsync(Guid other, CancellationToken cancel) =>
        Answer(unwarn.Handle(new EndWarning.Request(RequestKey, new WarningId(other), Actor), cancel), _ => Done("Unwarned"));

    /// <summary>Opens a secret address in an emergency.</summary>
    public Task<IActionResult> OnPostAddressAsync(CancellationToken cancel)
    {
        stuck = nameof(Emergency);
        return Answer(openAddress.Handle(new OpenSecretAddress.Request(RequestKey, new CustomerId(Id), Emergency.Reason, Actor), cancel), _ => Done("AddressOpened"), nameof(Emergency));
    }

    /// <summary>Notes who acts for this person.</summary>
    public async Task<IActionResult> OnPostActsAsync(CancellationToken cancel)
    {
        stuck = nameof(Acts);
        if (!Acts.Until.IsEmpty && Acts.Until.Date is null) return await Refuse(OrganisationFailures.NoDate.At("Until"), nameof(Acts));
        RepresentationKind? how = Enum.TryParse<RepresentationKind>(Acts.How, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var request = new NameRepresentative.Request(RequestKey, new CustomerId(Id), Acts.Who, how, Acts.Seen, Acts.Until.Date, Actor);
        return await Answer(name.Handle(request, cancel), _ => Done("ActsNow"), nameof(Acts));
    }

    /// <summary>Somebody no longer acts for this person.</summary>
    public Task<IActionResult> OnPostActsNoMoreAsync(Guid other, CancellationToken cancel) =>
        Answer(endActing.Handle(new EndRepresentation.Request(RequestKey, new RepresentationId(other), Actor), cancel), _ => Done("ActsNoMore"));
}

/// <summary>An emergency as it is filled in.</summary>
public sealed class EmergencyForm
{
    /// <summary>Why it cannot wait.</summary>
    public string? Reason { get; set; }
}

/// <summary>A warning as it is filled in.</summary>
public sealed class WarningForm
{
    /// <summary>Name of a <see cref="WarningKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>On what it rests.</summary>
    public string? Ground { get; set; }

    /// <summary>Its last day.</summary>
    public DateEntry Until { get; set; } = new();
}

/// <summary>Who acts for somebody, as it is filled in.</summary>
public sealed class ActingForm
{
    /// <summary>Telephone number or e-mail address of who acts.</summary>
    public string? Who { get; set; }

    /// <summary>Name of a <see cref="RepresentationKind"/>.</summary>
    public string? How { get; set; }

    /// <summary>What was seen of it.</summary>
    public string? Seen { get; set; }

    /// <summary>The last day; empty for no end.</summary>
    public DateEntry Until { get; set; } = new();
}
