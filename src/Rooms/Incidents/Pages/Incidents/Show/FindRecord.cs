using System.Text.Json;
using Lifeguard.Children.Contracts;
using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Incidents.Reactions;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>Reads all that the page of one record shows. Asked only after the reading was committed.</summary>
internal sealed class FindRecord(
    Store store, FindPeople findPeople, FindChronology chronology, IPeople people, IDuties duties, IAgencies agencies,
    IChildFacts childFacts, IReference reference, Sentences sentences, TimeProvider clock)
{
    public async Task<RecordView> RunAsync(Viewer viewer, IncidentHeading heading, CancellationToken stop)
    {
        var id = heading.Id;
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == id, stop);
        var onRecord = await findPeople.OnAsync(id, stop);
        var report = incident.RecordKind == RecordKind.Welfare ? null : await store.Set<Report>().AsNoTracking().SingleOrDefaultAsync(one => one.IncidentId == id, stop);
        var has = await PartsAsync(id, stop);
        var names = onRecord.ToDictionary(one => one.Id, one => one.Name);
        var now = clock.GetUtcNow();
        return new RecordView
        {
            Heading = heading,
            Me = viewer.IdentityId,
            Incident = incident,
            DecidesConduct = IncidentPermissions.DecidesIn(viewer, incident.Org),
            Report = report,
            WhoLooksAfterTheChild = report?.WhoLooksAfterTheChild ?? await CarerAsync(incident, stop),
            HandlerName = incident.Handler is { } handler ? (await people.RowsOfAsync([handler], stop)).FirstOrDefault()?.Name : null,
            // Actions have a table of their own further down.
            Clocks = [.. (await duties.OpenForAsync(viewer, incident.Ref, stop)).Where(card => !WorkDuties.IsAction(card.Key))],
            People = onRecord,
            Children = heading.WorksOn ? await ChildrenAsync(viewer, onRecord, stop) : [],
            Types = sentences.Words.Types(incident.Types),
            Risk = sentences.Words.Risk(incident.RiskCells),
            NeverDo = incident.Types.Count == 0 ? [] : reference.NeverDo(incident.Types.Where(type => reference.IncidentType(type) is not null)),
            Form = FormInShort.Of(incident, sentences.Words),
            Runs = has.Runs ? await RunsAsync(id, stop) : [],
            Conduct = has.Sanctions ? await ConductAsync(id, names, stop) : [],
            Actions = !has.Actions ? [] : await store.Set<ActionItem>().AsNoTracking().Where(one => one.IncidentId == id)
                .OrderBy(one => one.DoneAt != null).ThenBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync(stop),
            Parents = ParentsOf(onRecord, !has.Notices ? [] : await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.IncidentId == id).ToListAsync(stop)),
            Referrals = !has.Referrals ? [] : await store.Set<Referral>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop),
            Support = has.Support ? await SupportAsync(id, names, stop) : [],
            Tasks = has.Tasks ? await TasksAsync(id, stop) : [],
            Linked = has.Links ? await LinkedAsync(viewer, id, stop) : [],
            Authority = incident.TellsAuthority ? (await agencies.ForAsync(incident.Org, [AgencyKinds.Lado], stop)).FirstOrDefault() : null,
            Chronology = await chronology.OfAsync(viewer, id, stop),
            Words = sentences.Words,
            Today = UkTime.DateOf(now),
            Now = now,
        };
    }

    private async Task<IReadOnlyList<ChildInShort>> ChildrenAsync(Viewer viewer, IReadOnlyList<PersonRow> onRecord, CancellationToken stop)
    {
        var children = onRecord.Where(one => one.NamedAs == NamedAs.Pupil).Select(one => one.PersonId).OfType<Guid>().Distinct().ToList();
        var known = await childFacts.InShortAsync(viewer, children, stop);
        return [.. children.Where(known.ContainsKey).Select(child => known[child])];
    }

    // A child's welfare has no report; who looks after the child came with the news that opened it.
    private async Task<string?> CarerAsync(Incident incident, CancellationToken stop)
    {
        if (incident.RecordKind != RecordKind.Welfare) return null;
        var payload = await store.Set<JournalRow>().AsNoTracking()
            .Where(row => row.RecordKind == Incident.Kind && row.RecordId == incident.Id && row.Act == nameof(WelfareRaised)).Select(row => row.Payload).FirstOrDefaultAsync(stop);
        return payload is null ? null : JsonSerializer.Deserialize<WelfareRaised>(payload)?.WhoLooksAfterTheChild;
    }

    // Most records have few of these; one question says which are worth a question of their own.
    private Task<Has> PartsAsync(Guid id, CancellationToken stop) => store.Set<Incident>().Where(one => one.Id == id).Select(one => new Has(
        store.Set<ActionItem>().Any(part => part.IncidentId == one.Id),
        store.Set<ParentsNotice>().Any(part => part.IncidentId == one.Id),
        store.Set<Referral>().Any(part => part.IncidentId == one.Id),
        store.Set<Support>().Any(part => part.IncidentId == one.Id),
        store.Set<TechnicalTask>().Any(part => part.IncidentId == one.Id),
        store.Set<Run>().Any(part => part.IncidentId == one.Id && part.SetAsideAt == null),
        store.Set<Sanction>().Any(part => part.IncidentId == one.Id),
        store.Set<IncidentLink>().Any(part => part.FromId == one.Id || part.ToId == one.Id))).SingleAsync(stop);

    private static IReadOnlyList<ParentsRow> ParentsOf(IReadOnlyList<PersonRow> onRecord, List<ParentsNotice> notices) =>
        [.. onRecord.Where(one => one.NamedAs == NamedAs.Pupil)
            .Select(one => new ParentsRow(one.Name, notices.Where(notice => notice.InvolvementId == one.Id).OrderBy(notice => notice.Id).LastOrDefault()))];

    private async Task<IReadOnlyList<(string, Support, string)>> SupportAsync(Guid id, Dictionary<Guid, string> names, CancellationToken stop)
    {
        var rows = await store.Set<Support>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.Id).ToListAsync(stop);
        return [.. rows.Select(one => (names.GetValueOrDefault(one.InvolvementId, "Somebody taken off since"), one, sentences.Words.Of(ChoiceList.SupportKinds, one.Kind)))];
    }

    private async Task<IReadOnlyList<(string, Sanction)>> ConductAsync(Guid id, Dictionary<Guid, string> names, CancellationToken stop)
    {
        var rows = await store.Set<Sanction>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop);
        return [.. rows.Select(one => (names.GetValueOrDefault(one.InvolvementId, "Somebody taken off since"), one))];
    }

    private async Task<IReadOnlyList<RunInShort>> RunsAsync(Guid id, CancellationToken stop)
    {
        var runs = await store.Set<Run>().AsNoTracking().Where(one => one.IncidentId == id && one.SetAsideAt == null).OrderBy(one => one.BegunAt).ToListAsync(stop);
        var items = await store.Set<RunItem>().AsNoTracking().Where(one => one.IncidentId == id && one.SettledAt == null && one.GoneAt == null).ToListAsync(stop);
        return [.. runs.Select(run => new RunInShort(run, [.. items.Where(one => one.RunId == run.Id).OrderBy(one => one.Within).ThenBy(one => one.DueAt).ThenBy(one => one.Id)]))];
    }

    private async Task<IReadOnlyList<(TechnicalTask, string)>> TasksAsync(Guid id, CancellationToken stop)
    {
        var rows = await store.Set<TechnicalTask>().AsNoTracking().Where(one => one.IncidentId == id).OrderBy(one => one.Id).ToListAsync(stop);
        return [.. rows.Select(one => (one, sentences.Words.Of(ChoiceList.TechnicalTasks, one.What)))];
    }

    private async Task<IReadOnlyList<LinkedRow>> LinkedAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        var rows = await (from link in store.Set<IncidentLink>()
                          where link.FromId == id || link.ToId == id
                          join other in store.IncidentsFor(viewer) on link.FromId == id ? link.ToId : link.FromId equals other.Id
                          orderby link.At
                          select new { other.Reference, other.RecordKind, other.TakenOnAt, link.Kind }).AsNoTracking().ToListAsync(stop);
        return [.. rows.Select(row => new LinkedRow(
            row.Reference, $"{IncidentHeading.NounOf(row.RecordKind, row.TakenOnAt is null)} {row.Reference.Short}", sentences.Words.Of(ChoiceList.LinkKinds, row.Kind)))];
    }

    private sealed record Has(bool Actions, bool Notices, bool Referrals, bool Support, bool Tasks, bool Runs, bool Sanctions, bool Links);
}
