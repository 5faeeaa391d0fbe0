using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.AskTechnician;

/// <summary>Asks the technicians to do something, in words that tell them neither who nor why.</summary>
internal sealed class AskTechnician(Store store, FindTechnicians technicians, GivePlanItem givePlanItem, IWorkingTime workingTime, IncidentPages pages, TimeProvider clock)
{
    private const int UrgentMinutes = 60;

    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, TaskAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        if (await GivesAwayAsync(incident.Id, answers, stop)) return Refusals.NamesSomebody;
        var asked = await technicians.OfAsync(incident, stop);
        if (asked.Count == 0) return Refusals.NoTechnician;

        var at = clock.GetUtcNow();
        var task = new TechnicalTask
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            Reference = RandomReference.New(),
            IncidentId = incident.Id,
            What = answers.What,
            Address = answers.Address is null ? null : new UrlAsText(answers.Address),
            Device = answers.Device,
            Urgent = answers.Urgent,
            AskedAt = at,
            DueAt = answers.Urgent ? SchoolCalendar.WithinMinutes(at, UrgentMinutes) : (await workingTime.ForAsync(incident.Org, stop)).AfterWorkingDays(at, 1),
        };
        store.Set<TechnicalTask>().Add(task);
        if (answers.PlanItem is { } item && await givePlanItem.RunAsync(incident, item, task.Id, stop) is { IsDone: false } taken) return taken;
        foreach (var technician in asked)
            store.Post(new Letter(incident.Org, technician, task.Ref, answers.Urgent ? LetterUrgency.Urgent : LetterUrgency.Routine), at);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new TechnicalTaskAsked(incident.Ref, task.Id, task.What, answers.Address, task.Device), stop);
    }

    // Whoever was taken off the record again was still named in it, and the reporter is nobody's business either.
    private async Task<bool> GivesAwayAsync(Guid incidentId, TaskAnswers answers, CancellationToken stop)
    {
        var names = await store.Set<Involvement>().Where(one => one.IncidentId == incidentId).Select(one => one.Name).ToListAsync(stop);
        names.AddRange(await store.Set<Report>().Where(one => one.IncidentId == incidentId).Select(one => one.ReporterName).ToListAsync(stop));
        var found = new NamesOnRecord(names);
        return found.AreIn(answers.Address) || found.AreIn(answers.Device);
    }
}
