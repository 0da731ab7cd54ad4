using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;

namespace Loket.Intake.Register;

/// <summary>Who may take a contact off the case on which it stands; that changes the case too.</summary>
public sealed class UndoRights(JournalReader journal)
{
    private const int MostLines = 500;

    /// <summary>Who works on cases, who places what nobody was found for, and whoever registered the contact and was mistaken: a colleague or a program.</summary>
    public async Task<bool> Allowed(ContactId contact, CaseOfMatter stands, Actor by, CancellationToken cancel) =>
        by.May(Right.WorkOnCases) || (stands.InTriage && by.May(Right.Triage))
            || (await journal.Timeline(contact.Value, Audience.Staff, MostLines, null, cancel)).Any(line => line.Happened is ContactRegistered && line.By == by.Who);
}
