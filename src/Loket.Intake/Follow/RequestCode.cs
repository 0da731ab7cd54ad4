using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Storage;

namespace Loket.Intake.Follow;

/// <summary>Somebody asks for a code for one use with a reference (row B7).</summary>
/// <remarks>What is done here is the same whether the reference exists or not: a job is queued. Only the job looks, so neither words nor time tell anything.</remarks>
public sealed class RequestCode(UnitOfWork unit, TimeProvider machine)
{
    /// <summary>The wish.</summary>
    /// <param name="Reference">As it was read from what they typed.</param>
    /// <param name="Client">The address where it comes from.</param>
    public sealed record Request(Reference Reference, string Client);

    /// <summary>Queues it; refused after too many tries.</summary>
    public Task<Result<Done>> Handle(Request request, CancellationToken cancel) => unit.Run<Done>(async work =>
    {
        var reference = request.Reference.ToString();
        if (await FollowTries.Count(work, FollowTries.Door.Ask, reference, request.Client, machine.Instant(), cancel) is { } wait) return wait;
        work.Jobs.Add(new SendFollowCode(reference));
        return default(Done);
    }, cancel);
}
