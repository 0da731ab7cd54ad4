using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Demo.Town.Loading;

/// <summary>What people do by hand each morning with the news that waits for them: they call, post letters, and tell at the desk who comes by.</summary>
internal sealed class MorningRound(Cast cast, FillCount count)
{
    // Of so many calls one is in vain; tomorrow somebody tries again.
    private const int InVain = 7;
    private int calls;

    /// <summary>One round, by whoever has the turn today.</summary>
    public async Task Go(IServiceProvider services, int day, CancellationToken cancel)
    {
        if (await cast.Of(services, cast.Agent(day), cancel) is not { } agent) return;
        var lists = services.GetRequiredService<ListMessages>();
        foreach (var call in await Of(lists.ToCall(agent, cancel)))
        {
            var outcome = ++calls % InVain == 0 ? CallOutcome.NotReached : CallOutcome.Told;
            count.Take("Call", await services.GetRequiredService<RecordCall>().Handle(new(RequestKey.None, call.Id, outcome, agent), cancel));
        }

        foreach (var ready in await Of(lists.AtDesk(null, agent, cancel)))
            count.Take("Desk", await services.GetRequiredService<TellAtDesk>().Handle(new(RequestKey.None, ready.Id, agent), cancel));
        if (await Of(lists.ToPost(Actor.System, cancel)) is { Count: > 0 } letters)
            count.Take("Post", await services.GetRequiredService<PostLetters>().Handle(new(RequestKey.None, [.. letters.Select(letter => letter.Id)], Actor.System), cancel));
    }

    private async Task<IReadOnlyList<MessageView>> Of(Task<Result<IReadOnlyList<MessageView>>> list)
    {
        var found = await list;
        return count.Take("List", found) ? found.Value : [];
    }
}
