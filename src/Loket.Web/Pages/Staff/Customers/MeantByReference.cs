using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Intake.Register;
using Loket.Organisation.Rights;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>The page of what somebody means by a reference: a case, a callback request or a contact, where the reader may open it.</summary>
public sealed class MeantByReference(FindCase cases, FindCallback callbacks, ReadReceipt receipts)
{
    /// <summary>Its address; null where there is none for this reader.</summary>
    public async Task<string?> Link(string text, Actor by, CancellationToken cancel)
    {
        if (by.May(Right.SeeCases) && await cases.Handle(text, by, cancel) is not null) return Links.Case(Uri.EscapeDataString(text));
        if (!by.May(Right.RegisterContacts)) return null;
        var calls = by.May(Right.SeePersonalData);
        if (calls && await callbacks.Handle(text, by, cancel) is { } callback) return Links.Callback(callback);
        if (await receipts.Handle(text, by, cancel) is not { } taken) return null;
        return calls && taken.Callback is { } called ? Links.Callback(called.Reference) : Links.Receipt(taken.Reference.ToString());
    }
}
