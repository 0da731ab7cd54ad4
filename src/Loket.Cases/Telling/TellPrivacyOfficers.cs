using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.Emergency;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Telling;

/// <summary>Tells the privacy officers at once that something was opened in an emergency, and by whom; neither why nor anything of a resident, which they read where they judge it.</summary>
public sealed class TellPrivacyOfficers(Outbox outbox) : ISubscription<EmergencyOpened>
{
    /// <inheritdoc />
    public async Task Handle(EmergencyOpened happened, Written entry, Work work, CancellationToken cancel)
    {
        var profile = await Profiles.Current(work.Db, cancel);
        var (found, colleague) = (await CaseIn(happened, work, cancel), await StaffDirectory.Find(work.Db, happened.Staff, cancel));
        foreach (var officer in (await StaffDirectory.All(work.Db, null, cancel)).Where(one => one.Roles.Contains(Role.PrivacyOfficer) && one.Email.Length > 0))
        {
            await outbox.Queue(work, new Envelope
            {
                Kind = MessageKind.StaffEscalation,
                To = MessageAddress.Email(officer.Email, officer.Name),
                Template = TemplateKeys.StaffEmergency,
                Values = ParticipantNews.Fill(
                    ("who", colleague?.Name ?? StaffReasons.AColleague(profile.Language)),
                    ("what", found is null ? StaffReasons.AnAddress(profile.Language) : StaffReasons.ACase(found.Reference, profile.Language)),
                    ("link", profile.AddressOf("/beheer/inzage", profile.Language))),
                Event = entry.Entry.Value,
                Person = officer.Id.Value,
                Language = profile.Language,
                About = new MessageAbout(found?.Id.Value),
                SensitiveGroup = found?.SensitiveGroup,
            }, cancel);
        }
    }

    private static async Task<Case?> CaseIn(EmergencyOpened happened, Work work, CancellationToken cancel) =>
        happened.What == EmergencySubject.Case ? await work.Db.CaseOf(new CaseId(happened.Subject), cancel) : null;
}
