using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Messages;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Telling;

/// <summary>The PIN of a letter that came back; the one in the envelope that went astray opens nothing from then on.</summary>
internal sealed class PinMaker(Matters matters) : ISecretMaker
{
    public string Field => "pin";

    public async Task<string?> Make(Work work, SentAgain message, CancellationToken cancel)
    {
        if (message.About.Participant is not { } id) return null;
        var participantId = new ParticipantId(id);
        if (await work.Db.Participants.SingleOrDefaultAsync(one => one.Id == participantId && one.LeftAt == null, cancel) is not { } participant) return null;
        // What has become private since then can be followed by nobody.
        if (await work.Db.CaseOf(participant.CaseId, cancel) is not { Confidentiality: Confidentiality.Low, SensitiveGroup: null }) return null;
        return (await matters.IssuePin(work, participant.Matter, PinPaper.Letter, message.By, cancel)).Digits;
    }
}
