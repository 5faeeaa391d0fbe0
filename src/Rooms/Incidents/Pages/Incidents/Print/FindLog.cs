using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>Draws the log of a period from the records a viewer may see.</summary>
internal sealed class FindLog(Store store, IOrganisations organisations, IPeople people, Sentences sentences, TimeProvider clock)
{
    /// <summary>Most lines on one paper; a longer period is printed in parts.</summary>
    public const int Most = 2_000;

    /// <summary>The schools whose log the viewer may ask for: those of their desks and of records given to them by name.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop)
    {
        var mine = IncidentVisibility.DesksOf(viewer).Values.SelectMany(orgs => orgs).ToHashSet();
        mine.UnionWith(await store.IncidentsFor(viewer).Select(one => one.Org).Distinct().ToListAsync(stop));
        mine.Add(viewer.Home);
        var all = (await organisations.AllAsync(stop)).Where(one => mine.Contains(one.Id)).OrderBy(one => one.Name, StringComparer.CurrentCulture).ToList();
        var schools = all.Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting).ToList();
        return schools.Count == 0 ? all : schools;
    }

    public Task<int> CountAsync(Viewer viewer, LogChoice choice, CancellationToken stop) => Within(viewer, choice).CountAsync(stop);

    public async Task<LogSheet> RunAsync(Viewer viewer, LogChoice choice, string schoolName, CancellationToken stop)
    {
        var records = await Within(viewer, choice).AsNoTracking().OrderBy(one => one.RaisedAt).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        var named = choice.Names ? await NamesAsync([.. records.Select(one => one.Id)], stop) : [];
        return new LogSheet(choice, schoolName, viewer.Name, clock.GetUtcNow(), [.. records.Select(one => Line(one, named.GetValueOrDefault(one.Id, "")))]);
    }

    private IQueryable<Incident> Within(Viewer viewer, LogChoice choice)
    {
        var (from, before) = (UkTime.Midnight(choice.From), UkTime.Midnight(choice.To.AddDays(1)));
        return store.IncidentsFor(viewer).Where(one => one.Org == choice.School && one.RaisedAt >= from && one.RaisedAt < before);
    }

    private LogLine Line(Incident one, string people) => new(
        one.Id, one.Reference.Short, one.RaisedAt, IncidentHeading.NounOf(one.RecordKind, one.IsConcern),
        one.Types.Count == 0 ? "Not chosen yet" : sentences.Words.Types(one.Types),
        one.IsClosed ? $"Closed {UkTime.InWords(UkTime.DateOf(one.Closure!.At))}" : one.IsConcern ? (one.OpenedAt is null ? "Not opened yet" : "Opened") : "Being worked on",
        one.Closure is { } closure ? sentences.Words.Of(ChoiceList.ClosingReasons, closure.Reason) : "",
        people);

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Guid> ids, CancellationToken stop)
    {
        var rows = await store.Set<Involvement>().AsNoTracking().Where(one => ids.Contains(one.IncidentId) && one.RemovedAt == null)
            .OrderBy(one => one.Part).ThenBy(one => one.Id).Select(one => new { one.IncidentId, one.PersonId, one.Name, one.Part }).ToListAsync(stop);
        var cards = await people.CardsAsync([.. rows.Select(one => one.PersonId).OfType<Guid>().Distinct()], stop);
        return rows.GroupBy(one => one.IncidentId).ToDictionary(group => group.Key, group => string.Join("\n", group.Select(one =>
            $"{(one.PersonId is { } id && cards.TryGetValue(id, out var card) ? card.Name : one.Name)}: {PartWords.Of(one.Part)}")));
    }
}
