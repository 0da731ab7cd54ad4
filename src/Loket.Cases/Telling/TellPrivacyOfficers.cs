using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Emergency;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Telling;

/// <summary>Tells the privacy officers at once that something was opened in an emergency, and by whom; neither why nor anything of a resident, which they read where they judge it.
/// Where none of them can be written to, the auditors are told, who judge it as well; else those who give accounts an address, that nobody can be told.</summary>
public sealed class TellPrivacyOfficers(Outbox outbox) : ISubscription<EmergencyOpened>
{
    private static readonly Role[] InTurn = [Role.PrivacyOfficer, Role.Auditor, Role.SystemAdministrator];

    /// <inheritdoc />
    public async Task Handle(EmergencyOpened happened, Written entry, Work work, CancellationToken cancel)
    {
        var profile = await Profiles.Current(work.Db, cancel);
        var (found, colleague) = (await CaseIn(happened, work, cancel), await StaffDirectory.Find(work.Db, happened.Staff, cancel));
        // Nobody judges what they opened themselves.
        var reached = (await StaffDirectory.All(work.Db, null, cancel)).Where(one => one.Id != happened.Staff && one.Email.Length > 0).ToList();
        if (InTurn.Where(role => reached.Exists(one => one.Roles.Contains(role))).ToList() is not [var told, ..]) return;
        var judges = RoleRights.Of(told).Contains(Right.ReviewLooks);
        foreach (var officer in reached.Where(one => one.Roles.Contains(told)))
        {
            await outbox.Queue(work, new Envelope
            {
                Kind = MessageKind.StaffEscalation,
                To = MessageAddress.Email(officer.Email, officer.Name),
                Template = TemplateKeys.StaffEmergency,
                Values = ParticipantNews.Fill(
                    ("who", colleague?.Name ?? StaffReasons.AColleague(profile.Language)), ("what", WhatIn(found, judges, profile.Language)), ("nobody", judges ? null : "ja"),
                    ("link", profile.AddressOf(judges ? "/beheer/inzage" : "/manage/accounts", profile.Language))),
                Event = entry.Entry.Value,
                Person = officer.Id.Value,
                Language = profile.Language,
                About = new MessageAbout(judges ? found?.Id.Value : null),
                SensitiveGroup = found?.SensitiveGroup,
            }, cancel);
        }
    }

    // Who does not judge it may not know that there is such a case.
    private static string WhatIn(Case? found, bool judges, string language) =>
        found is null ? StaffReasons.AnAddress(language) : judges ? StaffReasons.ACase(found.Reference, language) : StaffReasons.ASecretCase(language);

    private static async Task<Case?> CaseIn(EmergencyOpened happened, Work work, CancellationToken cancel) =>
        happened.What == EmergencySubject.Case ? await work.Db.CaseOf(new CaseId(happened.Subject), cancel) : null;
}
