using Lifeguard.Children.Contracts;
using Lifeguard.Custody.Contracts;
using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Actions;
using Lifeguard.Incidents.Pages.Incidents.AskTechnician;
using Lifeguard.Incidents.Pages.Incidents.Classify;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Incidents.Pages.Incidents.Conduct;
using Lifeguard.Incidents.Pages.Incidents.Copied;
using Lifeguard.Incidents.Pages.Incidents.Debrief;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Pages.Incidents.Form;
using Lifeguard.Incidents.Pages.Incidents.Held;
using Lifeguard.Incidents.Pages.Incidents.LinkRecords;
using Lifeguard.Incidents.Pages.Incidents.Notes;
using Lifeguard.Incidents.Pages.Incidents.Panels;
using Lifeguard.Incidents.Pages.Incidents.Parents;
using Lifeguard.Incidents.Pages.Incidents.People;
using Lifeguard.Incidents.Pages.Incidents.Print;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Pages.Incidents.Readers;
using Lifeguard.Incidents.Pages.Incidents.Readings;
using Lifeguard.Incidents.Pages.Incidents.Referrals;
using Lifeguard.Incidents.Pages.Incidents.Respond;
using Lifeguard.Incidents.Pages.Incidents.Reopen;
using Lifeguard.Incidents.Pages.Incidents.Sanctions;
using Lifeguard.Incidents.Pages.Incidents.Search;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Pages.Incidents.Supporting;
using Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Incidents.Reactions;
using Lifeguard.Incidents.Storage;
using Lifeguard.Incidents.Pages.Incidents.ReadingLog;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents;

public sealed class IncidentsModule : IModule
{
    public string Name => "Incidents";

    public IReadOnlyList<ITables> Tables => [new IncidentTables()];

    public IReadOnlyList<Permission> Permissions => IncidentPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => IncidentKeeps.All;

    public IReadOnlyList<NavigationEntry> Navigation =>
    [
        new("Report a concern", Links.Report, IncidentPermissions.Raise, 10),
        new("Desk", Links.Desk, IncidentPermissions.Work, 20),
        new("Technical tasks", Links.TechnicalTasks, IncidentPermissions.TechnicalTasks, 30),
    ];

    public IReadOnlyList<HomeEntry> Home =>
    [
        new("Report a concern", Links.Report, IncidentPermissions.Raise, 10, IsButton: true),
        new("Your own reports", Links.Receipts, IncidentPermissions.Raise, 20),
        new("Who read how much", Links.ReadingLog, IncidentPermissions.ReadingLog, 66),
        new("Matrix of conduct", Links.Conduct, IncidentPermissions.DecideSanctions, 67),
        new("A blank form for paper", Links.BlankForm, IncidentPermissions.Raise, 30),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<DeskHolders>();
        services.AddScoped<GatherFacts>();
        services.AddScoped<Placing>();
        services.AddScoped<Notices>();
        services.AddScoped<IncidentAudience>();
        services.AddScoped<IRecordAudience>(provider => provider.GetRequiredService<IncidentAudience>());
        services.AddScoped<IncidentPages>();
        services.AddScoped<FindReadingLog>();
        services.AddScoped<RefusedLookUps>();
        services.Configure<MvcOptions>(options => options.Filters.Add<NoteRefusals>());
        services.AddScoped<IChildRecords, RecordsOfChild>();
        services.AddScoped<IRecordsBehind, RecordsBehind>();
        services.AddScoped<AskToHold>();
        services.AddReporting();
        services.AddPrinting();
        AddDesk(services);
        AddRecord(services);
        AddWork(services);
        AddReactions(services);
        services.AddScoped<IPersonalEntries, PersonalEntries>();
        services.AddScoped<KeepIncidents>();
        services.AddScoped<IKeeper>(provider => provider.GetRequiredService<KeepIncidents>());
    }

    private static void AddDesk(IServiceCollection services)
    {
        services.AddScoped<ListReading>();
        services.AddScoped<FindDesk>();
        services.AddScoped<FindItems>();
        services.AddScoped<FindSchools>();
        services.AddScoped<FindRecords>();
        services.AddScoped<FindSnippets>();
        services.AddScoped<FindTasks>();
        services.AddScoped<FinishTechnicalTask>();
        services.AddScoped<FindReadings>();
        services.AddScoped<IHomePanel, WorkPanel>();
        services.AddScoped<IHomePanel, ActionsPanel>();
        services.AddScoped<IHomePanel, DatesPanel>();
        services.AddScoped<IHomePanel, TasksPanel>();
    }

    private static void AddRecord(IServiceCollection services)
    {
        services.AddSingleton<Sentences>();
        services.AddScoped<FindChronology>();
        services.AddScoped<Meanwhile>();
        services.AddScoped<Once>();
        services.AddScoped<OpenRecord>();
        services.AddScoped<FindPeople>();
        services.AddScoped<FindRecord>();
        services.AddScoped<TakeOnConcern>();
        services.AddScoped<HandleRecord>();
        services.AddScoped<AddNote>();
        services.AddScoped<CorrectNote>();
        services.AddScoped<WhoWouldRead>();
        services.AddScoped<Replacing>();
        services.AddScoped<WelfareOfChild>();
        services.AddScoped<FindCandidates>();
        services.AddScoped<AddPerson>();
        services.AddScoped<TakeOffPerson>();
        services.AddScoped<IdentifyPerson>();
        services.AddScoped<FindColleagues>();
        services.AddScoped<AddReader>();
        services.AddScoped<RemoveReader>();
        services.AddScoped<HandOverRecord>();
        services.AddScoped<DeclareConflict>();
        services.AddScoped<FindWelfare>();
        services.AddScoped<LetItCross>();
    }

    private static void AddWork(IServiceCollection services)
    {
        services.AddScoped<CompleteForm>();
        services.AddScoped<ClassifyIncident>();
        services.AddScoped<GiveAction>();
        services.AddScoped<SetAction>();
        services.AddScoped<FinishAction>();
        services.AddScoped<FindMatrix>();
        services.AddScoped<FindDecisions>();
        services.AddScoped<ApproveMatrix>();
        services.AddScoped<FindSanctions>();
        services.AddScoped<DecideSanction>();
        services.AddScoped<TakeBackSanction>();
        services.AddScoped<StandIns>();
        services.AddScoped<FollowPlan>();
        services.AddScoped<GivePlanItem>();
        services.AddScoped<FindRun>();
        services.AddScoped<CaseKnows>();
        services.AddScoped<BeginRun>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<SettleItem>();
        services.AddScoped<SetRunAside>();
        services.AddScoped<FindChildren>();
        services.AddScoped<RecordParents>();
        services.AddScoped<FindAgencies>();
        services.AddScoped<RecordReferral>();
        services.AddScoped<AnswerReferral>();
        services.AddScoped<RecordSupport>();
        services.AddScoped<FindTechnicians>();
        services.AddScoped<Pages.Incidents.AskTechnician.AskTechnician>();
        services.AddScoped<FindRelated>();
        services.AddScoped<LinkIncidents>();
        services.AddScoped<RecordCopy>();
        services.AddScoped<RecordDebrief>();
        services.AddScoped<FindOpenMatters>();
        services.AddScoped<CloseIncident>();
        services.AddScoped<ReopenIncident>();
    }

    private static void AddReactions(IServiceCollection services)
    {
        services.AddScoped<PlaceAgain>();
        services.AddScoped<AffectedRecords>();
        services.AddScoped<OpenConcernDuty>();
        services.AddScoped<WorkDuties>();
        services.AddScoped<PlanDuty>();
        services.AddScoped<IReaction<RunBegun>, OnPlanChanged>();
        services.AddScoped<IReaction<RunAnswered>, OnPlanChanged>();
        services.AddScoped<IReaction<PlanItemSettled>, OnPlanChanged>();
        services.AddScoped<IReaction<PlanItemReopened>, OnPlanChanged>();
        services.AddScoped<IReaction<RunSetAside>, OnPlanChanged>();
        services.AddScoped<IReaction<IncidentReopened>, OnPlanChanged>();
        services.AddScoped<IReaction<ReferralDecided>, OnWorkDone>();
        services.AddScoped<IReaction<ParentsTold>, OnWorkDone>();
        services.AddScoped<IReaction<ParentsNotToldYet>, OnWorkDone>();
        services.AddScoped<IReaction<ActionFinished>, OnWorkDone>();
        services.AddScoped<IReaction<TechnicalTaskFinished>, OnWorkDone>();
        services.AddScoped<IReaction<DebriefHeld>, OnWorkDone>();
        services.AddScoped<IReaction<SupportRecorded>, OnWorkDone>();
        services.AddScoped<IReaction<SanctionDecided>, OnWorkDone>();
        services.AddScoped<IReaction<RunBegun>, OnWorkDone>();
        services.AddScoped<IReaction<OrderFinished>, OnWorkDone>();
        services.AddScoped<IReaction<AudienceDecided>, OnWorkDone>();
        services.AddScoped<IReaction<RoleGiven>, OnRoleGiven>();
        services.AddScoped<IReaction<RoleBegan>, OnRoleGiven>();
        services.AddScoped<IReaction<RoleEnded>, OnRoleEnded>();
        services.AddScoped<IReaction<RoleLapsed>, OnRoleEnded>();
        services.AddScoped<IReaction<PeopleRelated>, OnPeopleRelated>();
        services.AddScoped<IReaction<RosterLoaded>, OnRosterLoaded>();
        services.AddScoped<IReaction<IdentitiesLinked>, OnIdentitiesLinked>();
        services.AddScoped<IReaction<IdentitiesParted>, OnIdentitiesParted>();
        services.AddScoped<IReaction<ConcernRaised>, OnRaised>();
        services.AddScoped<IReaction<WelfareRaised>, OnRaised>();
        services.AddScoped<IReaction<ConcernOpened>, OnOpened>();
        services.AddScoped<IReaction<IncidentTakenOn>, OnOpened>();
        services.AddScoped<IReaction<IncidentClosed>, OnOpened>();
        services.AddScoped<IReaction<AudienceDecided>, OnAudienceDecided>();
        services.AddScoped<IReaction<DutyOverdue>, OnDutyOverdue>();
        services.AddScoped<IReaction<DutyOverdue>, OnDayPassed>();
        services.AddScoped<IReaction<ActionSet>, OnActionSet>();
        services.AddScoped<IReaction<ActionFinished>, OnActionSet>();
        services.AddScoped<IReaction<ParentsTold>, OnReviewSet>();
        services.AddScoped<IReaction<ParentsNotToldYet>, OnReviewSet>();
        services.AddScoped<IReaction<SupportRecorded>, OnReviewSet>();
        services.AddScoped<IReaction<PersonTakenOff>, OnReviewSet>();
        services.AddScoped<IReaction<ReferralDecided>, OnReferralAwaited>();
        services.AddScoped<IReaction<ReferralAnswered>, OnReferralAwaited>();
        services.AddScoped<IReaction<AudienceDecided>, OnReadersChanged>();
        services.AddScoped<IReaction<ReaderParted>, OnReadersChanged>();
        services.AddScoped<IReaction<HandedOver>, OnReadersChanged>();
        services.AddScoped<IReaction<HandlingTaken>, OnReadersChanged>();
    }
}
