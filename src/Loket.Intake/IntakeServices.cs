using System.Reflection;
using Loket.Intake.Follow;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Intake.Residents;
using Loket.Storage.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Intake;

/// <summary>Registers the room.</summary>
public static class IntakeServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(IntakeServices).Assembly;

    /// <summary>Registering contacts, recognising repeats, ending matters; the residents' own intake, and following.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddScoped<RegisterContact>().AddScoped<JoinContact>().AddScoped<MatterEndings>().AddScoped<FindSimilar>().AddScoped<SuggestBeside>().AddScoped<MoveContact>().AddScoped<UndoRights>().AddScoped<UndoEnding>().AddScoped<EndMatter>()
        .AddScoped<AddMatter>().AddScoped<ReadReceipt>()
        .AddScoped<KeepAnswers>().AddScoped<FindDraft>().AddScoped<SendDraft>().AddScoped<ProposeCategory>()
        .AddScoped<RequestCode>().AddScoped<OpenFollow>().AddScoped<IssuePin>()
        .AddScoped<OpenFollowed>().AddScoped<KeepUnsent>().AddScoped<ForgetUnsent>().AddScoped<WriteFromFollow>().AddScoped<PreferFromFollow>().AddScoped<TellStatus>()
        .AddJob<SendFollowCode, SendFollowCodeHandler>()
        .AddSchedule<CleanDrafts, CleanDraftsHandler>();
}
