using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Model.Runs;

/// <summary>Brings the rows of a run in step with its plan.</summary>
internal static class RunItems
{
    /// <summary>Changes what is there, and gives the rows that are new.</summary>
    public static IReadOnlyList<RunItem> Follow(Run run, IReadOnlyCollection<RunItem> there, IReadOnlyList<PlannedItem> planned, Moment moment)
    {
        List<RunItem> added = [];
        foreach (var (place, wanted) in planned.Index())
        {
            if (there.FirstOrDefault(one => one.Kind == wanted.Kind && one.Key == wanted.Key) is { } item) Keep(item, wanted, moment);
            else added.Add(New(run, wanted, place, moment));
        }

        foreach (var item in there.Where(one => one.GoneAt is null && !planned.Any(wanted => wanted.Kind == one.Kind && wanted.Key == one.Key))) item.GoneAt = moment.Now;
        return added;
    }

    private static RunItem New(Run run, PlannedItem wanted, int place, Moment moment) => new()
    {
        // What one answer brings keeps the order of the plan, wherever it is listed: what is due at the same time is done from the top.
        Id = Guid.CreateVersion7(moment.Now.AddMilliseconds(place)),
        Org = run.Org,
        IncidentId = run.IncidentId,
        RunId = run.Id,
        Kind = wanted.Kind,
        Key = wanted.Key,
        Text = wanted.Text,
        Who = wanted.Who,
        Because = wanted.Because,
        Within = wanted.Within,
        AfterAdvice = wanted.AfterAdvice,
        CameAt = moment.Now,
        DueAt = moment.At(wanted.Within),
    };

    private static void Keep(RunItem item, PlannedItem wanted, Moment moment)
    {
        var cameBack = item.GoneAt is not null;
        (item.Who, item.Because, item.AfterAdvice) = (wanted.Who, wanted.Because, wanted.AfterAdvice);
        if (cameBack || item.Within != wanted.Within)
        {
            // A clock that runs is never put back by an answer: only where it was asked for anew, or where it is due sooner now.
            var due = moment.At(wanted.Within);
            if (cameBack || item.DueAt is null || due < item.DueAt) item.DueAt = due;
            item.Within = wanted.Within;
        }

        item.GoneAt = null;
    }
}
