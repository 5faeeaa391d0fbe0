using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>Fills in the form for one record. Asked only after the reading was committed.</summary>
internal sealed class FindSheet(
    Store store, FindOnRecord onRecord, FindChronology chronology, IPeople people, IOrganisations organisations, DeskHolders holders,
    IReference reference, Sentences sentences, TimeProvider clock)
{
    /// <summary>The form, or null when the choice names a child whom the record does not have.</summary>
    public async Task<IncidentSheet?> RunAsync(Viewer viewer, IncidentHeading heading, PrintChoice choice, CancellationToken stop)
    {
        var named = await onRecord.RunAsync(heading.Id, stop);
        if (choice.Names == Names.OneChild && !named.Any(one => one.Number == choice.Child && one.IsChild)) return null;

        var facts = await FactsAsync(viewer, heading, choice, named, stop);
        var blocks = SheetBlocks.Of(facts, choice).Select(block => block.Through(facts.Redaction.Say));
        return new IncidentSheet(heading, facts.School?.Name ?? "", viewer.Name, clock.GetUtcNow(), choice, facts.Redaction.IsOn, [.. blocks]);
    }

    private async Task<IReadOnlyList<RunOnPaper>> RunsAsync(Guid id, CancellationToken stop)
    {
        var runs = await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == id && one.SetAsideAt == null).OrderBy(one => one.BegunAt).ToListAsync(stop);
        var answers = await store.Set<RunAnswer>().AsNoTracking().Where(one => one.IncidentId == id).ToListAsync(stop);
        var items = await store.Set<RunItem>().AsNoTracking().Where(one => one.IncidentId == id && (one.GoneAt == null || one.SettledAt != null)).ToListAsync(stop);
        return
        [
            .. runs.Select(run => new RunOnPaper(
                run,
                [.. answers.Where(one => one.RunId == run.Id).GroupBy(one => one.Question).Select(one => one.MaxBy(answer => answer.Turn)!).OrderBy(one => one.Turn)],
                [.. items.Where(one => one.RunId == run.Id).OrderBy(one => one.Within).ThenBy(one => one.Id)])),
        ];
    }

    private async Task<SheetFacts> FactsAsync(Viewer viewer, IncidentHeading heading, PrintChoice choice, IReadOnlyList<OnRecord> named, CancellationToken stop)
    {
        var id = heading.Id;
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == id, stop);
        return new SheetFacts
        {
            Incident = incident,
            Report = await store.Set<Report>().AsNoTracking().SingleOrDefaultAsync(one => one.IncidentId == id, stop),
            School = await organisations.GetAsync(incident.Org, stop),
            Contacts = [.. (await holders.InRolesAsync(incident.Org, [Role.DesignatedSafeguardingLead, Role.OnlineSafetyLead], stop)).Select(one => $"{one.Name} ({one.Role.InWords()})").Distinct()],
            HandlerName = incident.Handler is { } handler ? (await people.RowsOfAsync([handler], stop)).FirstOrDefault()?.Name : null,
            People = named,
            Actions = await store.Set<ActionItem>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync(stop),
            Runs = await RunsAsync(id, stop),
            Referrals = await store.Set<Referral>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop),
            Parents = await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop),
            Support = await store.Set<Support>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.On).ThenBy(one => one.Id).ToListAsync(stop),
            Chronology = choice.Chronology ? await chronology.OfAsync(viewer, id, stop) : [],
            Redaction = Redaction.Of(choice, named),
            Reference = reference,
            Words = sentences.Words,
        };
    }
}
