using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Commands;

/// <summary>Does one act after the other as the person it names. Whoever comes back to a record opens it first, as a person would.</summary>
internal sealed class ToldStories(StoryCast cast)
{
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(45);

    private readonly Dictionary<string, RandomReference> _records = [];

    public async Task<bool> ActAsync(IServiceProvider inside, StoryThread thread, StoryAct act, CancellationToken stop)
    {
        var viewer = act.By is null ? null : await cast.ViewerAsync(inside, act.By, stop);
        // One connection for the whole act: the wall is set at its opening, for this person.
        await inside.GetRequiredService<Store>().Database.OpenConnectionAsync(stop);
        if (act is StoryAct.Raise raise)
        {
            await RaiseAsync(inside, thread, raise, viewer, stop);
            return true;
        }

        var by = viewer ?? throw new InvalidOperationException($"Story {thread.Key}: somebody must do {act.GetType().Name}.");
        await OpenAsync(inside, thread, act, by, stop);
        var outcome = await new StoryWork(inside, thread, by, cast, _records, stop).DoAsync(act);
        if (outcome.IsDone) return true;

        var because = string.Join(", ", outcome.Refusals.Select(one => one.Code));
        throw new InvalidOperationException($"Story {thread.Key}: {act.GetType().Name} by {act.By} was refused: {because}.");
    }

    private static async Task OpenAsync(IServiceProvider inside, StoryThread thread, StoryAct act, Viewer by, CancellationToken stop)
    {
        // The technician works from the task and never sees the record.
        if (act is StoryAct.Answer) return;

        var now = inside.GetRequiredService<TimeProvider>().GetUtcNow();
        var visit = (act.By!, act.OnWelfare);
        if (act is not StoryAct.Open && thread.Visits.TryGetValue(visit, out var last) && now - last < OneSitting) return;

        thread.Visits[visit] = now;
        _ = await inside.GetRequiredService<OpenRecord>().RunAsync(by, thread.Of(act), "opened the record", stop)
            ?? throw new InvalidOperationException($"Story {thread.Key}: {act.By} cannot open the record.");
    }

    private async Task RaiseAsync(IServiceProvider inside, StoryThread thread, StoryAct.Raise raise, Viewer? viewer, CancellationToken stop)
    {
        var at = inside.GetRequiredService<TimeProvider>().GetUtcNow();
        List<Named> named = [];
        foreach (var one in raise.People) named.Add(new Named(await StoryCast.PersonAsync(inside, viewer, thread.School, one, stop), one.Name, one.As, one.Part));
        var answers = new RaiseAnswers
        {
            Danger = raise.Danger,
            People = named,
            NobodyToName = named.Count == 0,
            ReadersShown = true,
            WhatHappened = raise.What,
            ImageryConcerned = raise.Imagery,
            ChildsWords = raise.Words,
            NoWordsOfTheChild = raise.Words is null,
            HappenedAt = raise.Happened is { } before ? at - StoryTimes.Span(before) : null,
            WhereAndWhen = raise.Where,
            Address = raise.Address,
            DoneAlready = raise.Done,
            WhoLooksAfterTheChild = raise.LooksAfter,
            ReporterName = raise.ReporterName,
            ReporterContact = raise.ReporterContact,
        };
        var receipt = await inside.GetRequiredService<RaiseConcern>().RunAsync(Guid.CreateVersion7(at), thread.School, viewer, answers, stop);
        var store = inside.GetRequiredService<Store>();
        var incident = await store.Set<Receipt>().AsNoTracking().Where(one => one.Reference == receipt).Select(one => one.IncidentId).SingleAsync(stop);
        thread.Record = await store.Set<Incident>().AsNoTracking().Where(one => one.Id == incident).Select(one => one.Reference).SingleAsync(stop);
        thread.Welfare = await (from beside in store.Set<WelfareBeside>()
                                join welfare in store.Set<Incident>() on beside.WelfareId equals welfare.Id
                                where beside.AllegationId == incident
                                select (RandomReference?)welfare.Reference).SingleOrDefaultAsync(stop);
        _records.Add(thread.Key, thread.Record.Value);
    }
}
