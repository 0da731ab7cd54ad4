using System.Reflection;
using Loket.Cases.Bounding;
using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Colleagues;
using Loket.Cases.Danger;
using Loket.Cases.Digest;
using Loket.Cases.Emergency;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Keeping;
using Loket.Cases.Modules;
using Loket.Cases.Norms;
using Loket.Cases.Numbers;
using Loket.Cases.OnFile;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Cases.Routing;
using Loket.Cases.Snoozing;
using Loket.Cases.Tasks;
using Loket.Cases.Telling;
using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Cases.Views;
using Loket.Contacts;
using Loket.Messages;
using Loket.Organisation.Emergency;
using Loket.Organisation.People;
using Loket.Places;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Cases;

/// <summary>Registers the room.</summary>
public static class CasesServices
{
    /// <summary>The room's entities and events.</summary>
    public static Assembly Assembly => typeof(CasesServices).Assembly;

    /// <summary>Case types, links, routing, norms, hand-over.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddScoped<CaseRegister>().AddScoped<UndoLinks>().AddScoped<AttachToCase>().AddScoped<RepeatWatch>().AddScoped<Addressees>().AddScoped<CaseChanges>().AddScoped<SetUpCases>().AddScoped<SaveCategory>().AddScoped<CaseTypeForms>()
        .AddScoped<SaveCaseType>().AddScoped<MakeTypeLive>().AddScoped<DropTypeDraft>().AddScoped<ImportCaseType>().AddScoped<PreviewTypeText>().AddScoped<SelectionList>().AddScoped<SaveSelectionEntry>()
        .AddScoped<Placing>().AddScoped<RoutingRules>().AddScoped<SaveRoutingRule>().AddScoped<MoveRoutingRule>().AddScoped<DeadlineKeeper>().AddScoped<HandoverOffers>()
        .AddScoped<TakeCase>().AddScoped<SetCaseStatus>().AddScoped<AssignCase>().AddScoped<HandBackCase>().AddScoped<ClassifyCase>().AddScoped<MarkPaper>().AddScoped<UnmarkPaper>()
        .AddScoped<FinishTask>().AddScoped<SkipTask>().AddScoped<TaskLists>().AddSubscription<ICaseEvent, FollowTasks>().AddSubscription<CaseTaskEscalated, TellStaff>().AddJob<WatchTask, WatchTaskHandler>()
        .AddScoped<WriteNote>().AddScoped<AnswerCase>().AddScoped<PreviewAnswer>().AddScoped<AnswerAddressees>().AddScoped<AskParticipants>().AddScoped<WriteToHandler>()
        .AddScoped<CloseCase>().AddScoped<ReopenCase>().AddScoped<SuspendCase>().AddScoped<ResumeCase>().AddScoped<ExtendCase>()
        .AddScoped<HandOverCase>().AddScoped<TakeBack>().AddScoped<AnswerPartner>().AddScoped<ReplyToHandover>().AddScoped<OpenHandover>().AddScoped<SharedPeople>()
        .AddScoped<GiveFiles>().AddScoped<ListHandoverFiles>().AddScoped<OpenHandoverFile>().AddScoped<TakeHandoverFile>()
        .AddScoped<CaseSketches>().AddScoped<Worklists>().AddScoped<OpenCustomerWork>().AddScoped<OpenCustomerList>().AddScoped<CategoryList>().AddScoped<OpenCase>().AddScoped<OpenCaseFile>().AddScoped<OpenDrafts>().AddScoped<CaseNumbers>().AddScoped<ReviewedCases>().AddScoped<StrikingReaders>().AddScoped<FindCase>().AddScoped<FindHandover>().AddScoped<ParticipantCards>().AddScoped<FollowedCases>()
        .AddSubscription<CaseOpened, TellParticipants>().AddSubscription<ContactJoined, TellParticipants>().AddSubscription<ITellsParticipants, TellParticipants>()
        .AddSubscription<MatterEnded, TellBody>().AddSubscription<MatterReopened, TellBody>()
        .AddSubscription<HandoverOffered, TellPartner>().AddSubscription<HandoverChased, TellPartner>().AddSubscription<HandoverAnswered, TellPartner>().AddSubscription<HandoverTakenBack, TellPartner>().AddSubscription<HandoverFilesGiven, TellPartner>()
        .AddSubscription<CaseRouted, TellStaff>().AddSubscription<CaseEscalated, TellStaff>().AddSubscription<RepeatsEscalated, TellStaff>().AddSubscription<HandoverSilenceEscalated, TellStaff>()
        .AddSubscription<HandoverRefused, TellStaff>().AddSubscription<HandoverDone, TellStaff>().AddSubscription<HandoverAskedBack, TellStaff>().AddSubscription<HandoverAnswerOwed, TellStaff>()
        .AddSubscription<ParticipantWrote, TellStaff>().AddSubscription<CaseOpened, TellStaff>().AddSubscription<CaseResumed, TellStaff>().AddSubscription<DangerFound, TellStaff>()
        .AddScoped<DangerWords>().AddScoped<AcknowledgeDanger>().AddScoped<FindDanger>().AddScoped<LiftDanger>().AddScoped<WhomToCall>().AddSubscription<CaseOpened, StartCalling>().AddSubscription<DangerFound, StartCalling>().AddJob<CallNext, CallNextHandler>()
        .AddScoped<OpenCaseInEmergency>().AddScoped<EmergencyReader>().AddSubscription<EmergencyOpened, TellPrivacyOfficers>()
        .AddScoped<ISecretMaker, PartnerLinkMaker>().AddScoped<ISecretMaker, PinMaker>().AddSubscription<ContactLeft, TellNoMore>()
        .AddSubscription<WarningPlaced, HideSecretAddress>().AddSubscription<CustomerMerged, HideSecretAddress>()
        .AddSubscription<MessageFailed, NoticeByNextChannel>().AddSubscription<CaseClassified, RegroupMessages>()
        .AddSubscription<CasePaperMarked, RegroupMessages>().AddSubscription<CasePaperUnmarked, RegroupMessages>()
        // After the messages of the case: those of a request may be a secret still.
        .AddSubscription<CaseClassified, RegroupCallbacks>().AddSubscription<CasePaperMarked, RegroupCallbacks>().AddSubscription<CasePaperUnmarked, RegroupCallbacks>()
        .AddScoped<CaseActs>().AddScoped<TakeCases>().AddScoped<AssignCases>().AddScoped<SpreadCases>().AddScoped<HandBackCases>().AddScoped<SnoozeCases>().AddScoped<WakeCases>().AddScoped<UndoBulkAct>()
        .AddSubscription<CallbackMade, WakeOnMore>().AddSubscription<CallbackRaised, WakeOnMore>().AddSubscription<MessageFailed, WakeOnMore>().AddSubscription<CaseNoted, WakeOnMore>()
        .AddSubscription<IWakesCase, WakeOnNews>().AddJob<EndSnooze, EndSnoozeHandler>().AddScoped<SavedViews>().AddScoped<SaveView>().AddScoped<RemoveView>().AddSubscription<StaffClosed, DropViews>()
        .AddScoped<BeOnCase>().AddScoped<MergeCase>().AddScoped<PartCase>().AddScoped<LinkCases>().AddScoped<UnlinkCases>().AddScoped<SplitCase>().AddSchedule<CleanPresences, CleanPresencesHandler>().AddSchedule<CleanActs, CleanActsHandler>()
        .AddSchedule<PlanDigests, PlanDigestsHandler>().AddJob<SendDigest, SendDigestHandler>()
        .AddScoped<SetBounds>().AddSubscription<AreasImported, AreaSpread>()
        .AddScoped<HoldCase>().AddScoped<LiftHold>().AddScoped<HeldCases>()
        .AddScoped<WhoAsked>().AddScoped<MakeAccessReport>().AddScoped<ProposeErasure>().AddScoped<WithdrawErasure>().AddScoped<ErasuresWaiting>().AddScoped<EraseAtRequest>().AddSubscription<ErasedAtRequest, AfterErasing>().AddJob<ForgetFromDisk, ForgetFromDiskHandler>()
        .AddScoped<ReadNumberUse>().AddScoped<KeepNationalNumber>().AddScoped<ShowNationalNumber>().AddScoped<RemoveNationalNumber>().AddSchedule<ForgetNumbers, ForgetNumbersHandler>()
        .AddScoped<DrawDestruction>().AddScoped<ProposeDestruction>().AddScoped<ApproveDestruction>().AddScoped<TakeOutOfDestruction>().AddScoped<WithdrawDestruction>().AddScoped<DestructionLists>()
        .AddScoped<DestroyCase>().AddSubscription<DestructionApproved, StartDestruction>().AddJob<CarryOutDestruction, CarryOutDestructionHandler>().AddSchedule<PlanDestruction, PlanDestructionHandler>()
        .AddScoped<EraseContacts>().AddSchedule<ForgetContacts, ForgetContactsHandler>().AddSchedule<ForgetHolds, ForgetHoldsHandler>()
        .AddScoped<TextModules>().AddScoped<SaveModule>().AddScoped<RemoveModule>().AddScoped<OfferModules>().AddSubscription<StaffClosed, RemoveLeaversModules>()
        .AddScoped<GiveBackWork>().AddSubscription<StaffClosed, GiveBackWork>().AddScoped<CallbackRegister>().AddScoped<CallbackWatch>().AddScoped<CallbackChanges>().AddScoped<MakeCallback>().AddScoped<RecordAttempt>().AddScoped<MoveCallback>()
        .AddScoped<HandOnCallback>().AddScoped<HandOnCallbacks>().AddScoped<UndoCallbackAct>().AddScoped<EndCallback>().AddScoped<OpenCallback>().AddScoped<FindCallback>().AddScoped<CallTimes>().AddScoped<OpenCallbacksOf>().AddScoped<CallbackLists>()
        .AddScoped<CallbackFigures>().AddScoped<CallbackOfResident>().AddScoped<ISecretMaker, CallbackLinkMaker>().AddJob<WatchCallback, WatchCallbackHandler>()
        .AddSubscription<CallbackMade, TellCallback>().AddSubscription<CallbackAttempted, TellCallback>().AddSubscription<CallbackMoved, TellCallback>().AddSubscription<CallbackEnded, TellCallback>()
        .AddSubscription<CallbackMade, TellCaller>().AddSubscription<CallbackHandedOn, TellCaller>().AddSubscription<CallbackRaised, TellCaller>().AddSubscription<CallbackMoved, TellCaller>()
        .AddSubscription<CallbackWatched, TellCaller>().AddSubscription<CallbackEnded, TellCaller>().AddSubscription<WarningPlaced, EndForWhoDied>()
        .AddScoped<VirtualColleagues>().AddScoped<SaveColleague>().AddScoped<SwitchColleague>().AddScoped<TryColleague>().AddScoped<ColleagueCases>().AddScoped<ColleagueTexts>().AddScoped<ColleagueActing>()
        .AddScoped<AcknowledgeCase>().AddScoped<RemindOfCase>().AddScoped<PostCase>().AddScoped<MakeTask>()
        .AddSubscription<CaseReminded, TellStaff>().AddSubscription<CasePosted, TellStaff>().AddSubscription<ColleagueStopped, TellAdministrators>()
        .AddSubscription<ICaseEvent, PlanColleagues>().AddJob<RunColleague, RunColleagueHandler>().AddSchedule<WatchColleagues, WatchColleaguesHandler>()
        .AddJob<WatchDeadline, WatchDeadlineHandler>().AddJob<EndPause, EndPauseHandler>().AddJob<WatchHandover, WatchHandoverHandler>()
        .AddJob<TellThatItIsBack, TellThatItIsBackHandler>()
        .AddSubscription<CaseTaken, WatchTaking>().AddSubscription<DangerAcknowledged, WatchTaking>().AddJob<TellThatItIsTakenUp, TellThatItIsTakenUpHandler>();
}
