using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Debrief;

/// <summary>Writes down what those who dealt with it learnt; each thing that must change is given to somebody by a day.</summary>
internal sealed class RecordDebrief(Store store, GiveAction giveAction, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, DebriefAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;

        var at = clock.GetUtcNow();
        var readers = await pages.ReaderRowsAsync(incident, stop);
        List<IHappened> news = [new DebriefHeld(incident.Ref, answers.On, answers.TookPart, answers.Learnt, [.. answers.Changes.Select(one => ChangeWords.Of(one.In))])];
        foreach (var change in answers.Changes)
        {
            if (readers.SingleOrDefault(one => one.Identity == change.Owner) is not { } reader) return Refusals.NobodyToHandTo;
            news.Add(giveAction.Run(viewer, incident, $"{ChangeWords.Of(change.In)}: {change.What}", (change.Owner, reader.Name), change.DueOn, at));
        }

        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
