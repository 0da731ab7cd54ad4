using Loket.Cases.Telling;
using Loket.Messages;
using Loket.Messages.Templates;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Colleagues;

/// <summary>Tells the functional administrators that a virtual colleague stopped by itself; once, as it does nothing more until somebody switches it on.
/// Of one for a sensitive group those alone hear who are of that group.</summary>
public sealed class TellAdministrators(Outbox outbox) : ISubscription<ColleagueStopped>
{
    /// <inheritdoc />
    public async Task Handle(ColleagueStopped happened, Written entry, Work work, CancellationToken cancel)
    {
        var profile = await Profiles.Current(work.Db, cancel);
        var colleague = (await work.Db.Set<VirtualColleague>().FindAsync([happened.Colleague], cancel))!;
        var administrators = (await StaffDirectory.All(work.Db, null, cancel)).Where(one => one.Roles.Contains(Role.FunctionalAdministrator) && one.Email.Length > 0).ToList();
        foreach (var one in administrators)
        {
            if (await Actors.Of(work.Db, one.Id, cancel) is not { } reader || !reader.MayKnowOf(colleague.Details.SensitiveGroup)) continue;
            await outbox.Queue(work, new Envelope
            {
                Kind = MessageKind.StaffEscalation,
                To = MessageAddress.Email(one.Email, one.Name),
                Template = TemplateKeys.StaffColleague,
                Values = ParticipantNews.Fill(
                    ("who", colleague.Details.Name), ("limit", happened.Why == ColleagueFailures.LimitReached.Code ? "ja" : null),
                    ("link", profile.AddressOf($"/beheer/virtuele-collegas/{happened.Colleague.Value}/proef", profile.Language))),
                Event = entry.Entry.Value,
                Person = one.Id.Value,
                Language = profile.Language,
            }, cancel);
        }
    }
}
