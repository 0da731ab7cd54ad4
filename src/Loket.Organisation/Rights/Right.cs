namespace Loket.Organisation.Rights;

/// <summary>What somebody may do. Declared on each page and endpoint; which role has which stands in <see cref="RoleRights"/>.</summary>
public enum Right
{
    /// <summary>Register a contact of a resident and end its matters.</summary>
    RegisterContacts,

    /// <summary>See who a customer is: name, address, telephone number, e-mail, and their contacts.</summary>
    SeePersonalData,

    /// <summary>Place and end warnings on people, and read on what they rest.</summary>
    PlaceWarnings,

    /// <summary>See cases and work lists, without the customers' data.</summary>
    SeeCases,

    /// <summary>Take, assign, note, answer, set status, suspend, extend, close and reopen cases.</summary>
    WorkOnCases,

    /// <summary>Hand a case over to a partner and take it back.</summary>
    HandOver,

    /// <summary>Place what no rule placed.</summary>
    Triage,

    /// <summary>Assign and spread the work of the own team; receive its escalations.</summary>
    LeadTeam,

    /// <summary>Acknowledge a page about danger.</summary>
    BeOnCall,

    /// <summary>Change case types, categories, norms, routing rules, templates, teams, partners, desks.</summary>
    Configure,

    /// <summary>Make, change and close accounts of staff and clients.</summary>
    ManageAccounts,

    /// <summary>See the print queue and mark letters as posted.</summary>
    PrintLetters,

    /// <summary>See messages that could not be delivered and jobs that failed, and queue them again.</summary>
    MendDelivery,

    /// <summary>See figures, never people.</summary>
    SeeFigures,

    /// <summary>See who looked at which personal data.</summary>
    ReviewLooks,

    /// <summary>See the journal in full and check its chain.</summary>
    SeeJournal,

    /// <summary>Write articles, products and news.</summary>
    WriteKnowledge,

    /// <summary>Decide on retention, holds and destruction.</summary>
    KeepRecords,

    /// <summary>Give people everything that is kept of them, when they ask to see it, and have it erased, two people together.</summary>
    AnswerPrivacyRequests,

    /// <summary>See and answer what was handed over to the own partner; for the program of a partner.</summary>
    AnswerHandovers,

    /// <summary>Open for an hour what one may not know of, when it cannot wait; somebody else judges afterwards whether that was right.</summary>
    OpenInEmergency,

    /// <summary>Find people by their national number, and keep and read it also where no case asks for it. Who handles a case of a kind that needs the number does not need this.</summary>
    UseNationalNumbers,
}
