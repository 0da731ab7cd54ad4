namespace Loket.Organisation.Rights;

/// <summary>The roles of a member of staff (row K2). Residents and partners are no roles: they see what is theirs.</summary>
public enum Role
{
    /// <summary>Receives people at a desk.</summary>
    DeskHost,

    /// <summary>A local volunteer beside the desk host; sees no personal data unless given it.</summary>
    CoHost,

    /// <summary>Answers the telephone and e-mail.</summary>
    Agent,

    /// <summary>Works on cases.</summary>
    Handler,

    /// <summary>Leads a team.</summary>
    TeamLead,

    /// <summary>Answers for an area.</summary>
    AreaManager,

    /// <summary>A member of the council; figures only.</summary>
    Councillor,

    /// <summary>A member of the executive; figures only.</summary>
    Alderman,

    /// <summary>Manages the service; figures only.</summary>
    Manager,

    /// <summary>Writes what residents and agents read.</summary>
    Editor,

    /// <summary>Keeps and destroys records.</summary>
    RecordsManager,

    /// <summary>Watches over personal data.</summary>
    PrivacyOfficer,

    /// <summary>Sets up case types, routing, norms, templates.</summary>
    FunctionalAdministrator,

    /// <summary>Runs the installation: delivery, jobs, accounts.</summary>
    SystemAdministrator,

    /// <summary>Checks what was done.</summary>
    Auditor,

    /// <summary>Uses national numbers; comes beside the role in which somebody works.</summary>
    NumberUser,

    /// <summary>Answers requests of people about their own data; comes beside the role in which somebody works.</summary>
    PrivacyHandler,
}
