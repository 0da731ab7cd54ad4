using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Intake.Register;

/// <summary>Who may take a contact off the case on which it stands; that changes the case too.</summary>
internal static class TakingOff
{
    /// <summary>Who works on cases, who places what nobody was found for, and whoever took the contact and was mistaken.</summary>
    public static async Task<bool> Allowed(LoketDb db, ContactId contact, CaseOfMatter stands, Actor by, CancellationToken cancel) =>
        by.May(Right.WorkOnCases) || (stands.InTriage && by.May(Right.Triage)) || await Matters.Took(db, contact, by, cancel);
}
