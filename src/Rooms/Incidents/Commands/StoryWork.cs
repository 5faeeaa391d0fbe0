using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Actions;
using Lifeguard.Incidents.Pages.Incidents.AskTechnician;
using Lifeguard.Incidents.Pages.Incidents.Classify;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Incidents.Pages.Incidents.Copied;
using Lifeguard.Incidents.Pages.Incidents.Form;
using Lifeguard.Incidents.Pages.Incidents.LinkRecords;
using Lifeguard.Incidents.Pages.Incidents.Notes;
using Lifeguard.Incidents.Pages.Incidents.Parents;
using Lifeguard.Incidents.Pages.Incidents.Readers;
using Lifeguard.Incidents.Pages.Incidents.Referrals;
using Lifeguard.Incidents.Pages.Incidents.Reopen;
using Lifeguard.Incidents.Pages.Incidents.Respond;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Pages.Incidents.Supporting;
using Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Commands;

/// <summary>The acts on a record that is there, each handed to the act behind its page.</summary>
internal sealed class StoryWork(
    IServiceProvider inside, StoryThread thread, Viewer by, StoryCast cast, IReadOnlyDictionary<string, RandomReference> records, CancellationToken stop)
{
    private readonly DateTimeOffset _now = inside.GetRequiredService<TimeProvider>().GetUtcNow();
    private readonly Store _store = inside.GetRequiredService<Store>();

    private DateOnly Today => UkTime.DateOf(_now);

    public async Task<Outcome> DoAsync(StoryAct act)
    {
        var record = thread.Of(act);
        return act switch
        {
            StoryAct.Open => Outcome.Done,
            StoryAct.TakeOn => await inside.GetRequiredService<TakeOnConcern>().RunAsync(by, record, await SeenAsync(record), stop),
            StoryAct.Note note => await NoteAsync(record, note),
            StoryAct.Correct correct => await inside.GetRequiredService<CorrectNote>().RunAsync(by, record, thread.Marked(correct.Of), correct.Text, _now, stop),
            StoryAct.Form form => await inside.GetRequiredService<CompleteForm>().RunAsync(by, record, await SeenAsync(record), new FormAnswers(Answers(form), null), stop),
            StoryAct.Classify classify => await inside.GetRequiredService<ClassifyIncident>().RunAsync(
                by, record, await SeenAsync(record), classify.Types, null, [.. classify.Cells.Select(cell => RiskCell.Parse(cell, null))], stop),
            StoryAct.Conflict => await inside.GetRequiredService<DeclareConflict>().RunAsync(by, record, stop),
            StoryAct.Cross cross => await inside.GetRequiredService<LetItCross>().RunAsync(by, record, thread.Welfare!.Value, cross.Text, stop),
            StoryAct.HandOver hand => await inside.GetRequiredService<HandOverRecord>().RunAsync(by, record, cast.IdentityOf(hand.To), false, await SeenAsync(record), stop),
            StoryAct.Set set => await SetAsync(record, set),
            StoryAct.Finish finish => await inside.GetRequiredService<FinishAction>().RunAsync(by, record, thread.Marked(finish.Mark), finish.Result, stop),
            StoryAct.TellParents told => await ParentsAsync(record, new ParentsAnswers
            {
                InvolvementId = await InvolvedAsync(record, told.Child),
                Told = true,
                WhoWasTold = told.Who,
                How = told.How,
                Said = told.Said,
                ToldAt = _now,
            }),
            StoryAct.WaitWithParents wait => await ParentsAsync(record, new ParentsAnswers
            {
                InvolvementId = await InvolvedAsync(record, wait.Child),
                Told = false,
                Reason = wait.Reason,
                WhoAskedToWait = wait.Asked,
                LookAgainOn = In(wait.LookAgainInDays),
            }),
            StoryAct.Refer refer => await ReferAsync(record, refer),
            StoryAct.Hear hear => await inside.GetRequiredService<AnswerReferral>().RunAsync(
                by, record, thread.Marked(hear.Mark), new AgencyAnswer(hear.Key, hear.Result, Today, Referral.LeavesOpen(hear.Key) ? await AskAgainAsync() : null), stop),
            StoryAct.Help help => await inside.GetRequiredService<RecordSupport>().RunAsync(
                by, record, new SupportAnswers(await InvolvedAsync(record, help.Who), help.Kind, help.Detail, help.State, help.Giver, Today, In(help.ReviewInDays)), stop),
            StoryAct.Link link => await inside.GetRequiredService<LinkIncidents>().RunAsync(by, record, records[link.To], link.Kind, stop),
            StoryAct.Ask ask => await AskAsync(record, ask),
            StoryAct.Answer answer => await AnswerAsync(answer),
            StoryAct.Respond respond => await inside.GetRequiredService<BeginRun>().RunAsync(by, record, respond.Flow, stop),
            StoryAct.Say say => await SayAsync(record, say),
            StoryAct.Settle settle => await inside.GetRequiredService<SettleItem>().RunAsync(
                by, record, await ItemAsync(record, settle.Item), settle.Consulted is null ? Way.Done : Way.LeftOut, settle.Said, settle.Consulted, stop),
            StoryAct.Copy copy => await inside.GetRequiredService<RecordCopy>().RunAsync(by, record, await SeenAsync(record), copy.TheirReference, stop),
            StoryAct.Close close => await inside.GetRequiredService<CloseIncident>().RunAsync(by, record, await SeenAsync(record), close.Reason, close.Outcome, close.Lessons, stop),
            StoryAct.Reopen reopen => await inside.GetRequiredService<ReopenIncident>().RunAsync(by, record, reopen.Why, stop),
            _ => throw new NotSupportedException($"Nobody can do {act.GetType().Name}."),
        };
    }

    private async Task<Seen> SeenAsync(RandomReference record)
    {
        var version = await _store.Set<Incident>().AsNoTracking().Where(one => one.Reference == record).Select(one => one.Version).SingleAsync(stop);
        return new Seen(version, _now);
    }

    private async Task<Outcome> NoteAsync(RandomReference record, StoryAct.Note note)
    {
        var outcome = await inside.GetRequiredService<AddNote>().RunAsync(by, record, note.Text, _now, stop);
        if (outcome.IsDone) thread.Mark(note.Mark, await NewestAsync<Entry>(one => one.EnteredAt, one => one.Id));
        return outcome;
    }

    private IncidentForm Answers(StoryAct.Form form) => new()
    {
        Intent = form.Intent,
        Place = form.Place,
        PlaceDetail = form.PlaceDetail,
        HowFound = form.HowFound,
        HowFoundWords = form.HowFoundWords,
        Equipment = [.. form.Equipment],
        Material = [.. form.Material],
        ConsideredAs = [.. form.ConsideredAs],
        WhereOnline = [.. form.WhereOnline],
        AnybodyNeedsPolice = form.Police,
        StaffActions = [.. form.StaffActions.Select(key => new FormTick(key, Today))],
        ChildActions = [.. form.ChildActions.Select(key => new FormTick(key, Today))],
    };

    private async Task<Outcome> SetAsync(RandomReference record, StoryAct.Set set)
    {
        var outcome = await inside.GetRequiredService<SetAction>().RunAsync(by, record, new ActionAnswers(set.What, cast.IdentityOf(set.Owner), Today.AddDays(set.DueInDays)), stop);
        if (outcome.IsDone) thread.Mark(set.Mark, await NewestAsync<ActionItem>(one => one.SetAt, one => one.Id));
        return outcome;
    }

    private Task<Outcome> ParentsAsync(RandomReference record, ParentsAnswers answers) => inside.GetRequiredService<RecordParents>().RunAsync(by, record, answers, stop);

    private async Task<Outcome> ReferAsync(RandomReference record, StoryAct.Refer refer)
    {
        var answers = new ReferralAnswers
        {
            What = refer.Kind,
            Agency = refer.Agency,
            AgencyName = refer.AgencyName,
            At = _now,
            Reasons = refer.Reasons,
            SpokenTo = refer.SpokenTo,
            TheirReference = refer.TheirReference,
            Advice = refer.Advice,
            AskAgainOn = refer.Kind == ReferralKind.NoReferral ? null : await AskAgainAsync(),
        };
        var outcome = await inside.GetRequiredService<RecordReferral>().RunAsync(by, record, answers, stop);
        if (outcome.IsDone) thread.Mark(refer.Mark, await NewestAsync<Referral>(one => one.At, one => one.Id));
        return outcome;
    }

    private Task<DateOnly> AskAgainAsync() => inside.GetRequiredService<IWorkingTime>().AskAgainAsync(by.Home, _now, stop);

    private async Task<Outcome> AskAsync(RandomReference record, StoryAct.Ask ask)
    {
        var outcome = await inside.GetRequiredService<AskTechnician>().RunAsync(by, record, new TaskAnswers(ask.What, ask.Address, ask.Device, false), stop);
        if (outcome.IsDone) thread.Mark(ask.Mark, await NewestAsync<TechnicalTask>(one => one.AskedAt, one => one.Id));
        return outcome;
    }

    private async Task<Outcome> AnswerAsync(StoryAct.Answer answer)
    {
        var id = thread.Marked(answer.Mark);
        var task = await _store.Set<TechnicalTask>().AsNoTracking().Where(one => one.Id == id).Select(one => one.Reference).SingleAsync(stop);
        return await inside.GetRequiredService<FinishTechnicalTask>().RunAsync(by, task, answer.Said, stop);
    }

    private async Task<Outcome> SayAsync(RandomReference record, StoryAct.Say say)
    {
        var incident = await _store.Set<Incident>().AsNoTracking().Where(one => one.Reference == record).Select(one => one.Id).SingleAsync(stop);
        var run = (await inside.GetRequiredService<FindRun>().AllAsync(incident, stop))[^1];
        var seen = (await inside.GetRequiredService<FindRun>().RunAsync(incident, run.Id, stop))!;
        return await inside.GetRequiredService<AnswerQuestion>().RunAsync(by, record, run.Id, seen.Plan.Next ?? "", say.With, stop);
    }

    private async Task<Guid> ItemAsync(RandomReference record, string key)
    {
        var incident = _store.Set<Incident>().Where(one => one.Reference == record).Select(one => one.Id);
        return await _store.Set<RunItem>().AsNoTracking().Where(one => incident.Contains(one.IncidentId) && one.Key == key && one.GoneAt == null && one.SettledAt == null).Select(one => one.Id).SingleAsync(stop);
    }

    private async Task<Guid> InvolvedAsync(RandomReference record, string name)
    {
        var incident = await _store.Set<Incident>().AsNoTracking().Where(one => one.Reference == record).Select(one => one.Id).SingleAsync(stop);
        var found = await _store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incident && one.Name == name && one.RemovedAt == null).Select(one => one.Id).ToListAsync(stop);
        return found is [var only] ? only : throw new InvalidOperationException($"Story {thread.Key}: {name} is not on the record.");
    }

    private DateOnly? In(int? days) => days is { } some ? Today.AddDays(some) : null;

    // One act at a time, so the newest row is the one just made.
    private Task<Guid> NewestAsync<T>(System.Linq.Expressions.Expression<Func<T, DateTimeOffset>> at, System.Linq.Expressions.Expression<Func<T, Guid>> id) where T : class =>
        _store.Set<T>().AsNoTracking().OrderByDescending(at).Select(id).FirstAsync(stop);
}
