using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>Makes the items of a list from their keys: one question for the records with the names on them, one for the handlers.</summary>
internal sealed class FindItems(Store store, IPeople people, IReference reference, TimeProvider clock)
{
    private const int NamesShown = 4;

    /// <param name="more">What else is known of each, such as that it is overdue.</param>
    /// <param name="schools">Names of schools for a viewer of several; empty otherwise.</param>
    public async Task<IReadOnlyDictionary<Guid, DeskItem>> RunAsync(
        Viewer viewer, IReadOnlyCollection<Guid> ids, Func<Guid, IEnumerable<Mark>> more, IReadOnlyDictionary<Guid, string> schools, CancellationToken stop)
    {
        if (ids.Count == 0) return new Dictionary<Guid, DeskItem>();

        var rows = await store.IncidentsFor(viewer).AsNoTracking().Where(one => ids.Contains(one.Id)).Select(one => new Row
        {
            Id = one.Id,
            Org = one.Org,
            Reference = one.Reference,
            Kind = one.RecordKind,
            Urgent = one.Urgent,
            RaisedAt = one.RaisedAt,
            OpenedAt = one.OpenedAt,
            TakenOnAt = one.TakenOnAt,
            Handler = one.Handler,
            Types = one.Types,
            ClosedAt = (DateTimeOffset?)one.Closure!.At,
            ClosedAs = one.Closure!.Reason,
            Named = store.Set<Involvement>().Where(named => named.IncidentId == one.Id && named.RemovedAt == null)
                .OrderBy(named => named.Part).ThenBy(named => named.AddedAt).ThenBy(named => named.Id).Select(named => new NameOn(named.Name, named.Part)).ToList(),
        }).ToListAsync(stop);
        var handlers = await HandlersAsync(viewer, rows, stop);
        var now = clock.GetUtcNow();
        return rows.ToDictionary(row => row.Id, row => new DeskItem(row.Id, row.Org, row.Reference)
        {
            Called = Called(row),
            Raised = $"Raised {UkTime.Lately(row.RaisedAt, now)}",
            People = Few([.. row.Named.Select(one => $"{one.Name} ({one.Part.InWords()})")]),
            Types = [.. row.Types.Select(key => reference.IncidentType(key)?.Label ?? key)],
            Stands = Stands(row, viewer.IdentityId, handlers),
            School = schools.GetValueOrDefault(row.Org),
            Marks = [.. Marks(row), .. more(row.Id)],
        });
    }

    private async Task<Dictionary<Guid, string>> HandlersAsync(Viewer viewer, List<Row> rows, CancellationToken stop)
    {
        var others = rows.Where(row => row.ClosedAt is null).Select(row => row.Handler).OfType<Guid>().Where(one => one != viewer.IdentityId).Distinct().ToList();
        if (others.Count == 0) return [];
        return (await people.RowsOfAsync(others, stop)).DistinctBy(row => row.IdentityId).ToDictionary(row => row.IdentityId, row => row.Name);
    }

    private string Stands(Row row, Guid me, Dictionary<Guid, string> handlers)
    {
        if (row.ClosedAt is { } closedAt)
            return $"Closed on {UkTime.InWords(UkTime.DateOf(closedAt))}: {reference.Choice(ChoiceList.ClosingReasons, row.ClosedAs!)?.Label ?? row.ClosedAs}";
        if (row.OpenedAt is null) return "Nobody has opened it yet";
        if (row.TakenOnAt is null) return "Opened, and not taken on yet";
        if (row.Handler is not { } handler) return "Nobody is handling it";
        return handler == me ? "You are handling it" : $"{handlers.GetValueOrDefault(handler, "A colleague")} is handling it";
    }

    private static string Called(Row row)
    {
        var heading = new IncidentHeading(row.Id, row.Org, row.Reference, row.Kind, row.Urgent, false, row.RaisedAt, row.TakenOnAt, row.ClosedAt is not null, row.Handler, 0, []);
        return heading.Called;
    }

    private static string Few(List<string> names) => names.Count switch
    {
        0 => "Nobody named yet",
        <= NamesShown => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(NamesShown - 1))} and {names.Count - NamesShown + 1} more",
    };

    private static IEnumerable<Mark> Marks(Row row)
    {
        if (row.ClosedAt is not null) yield return new Mark("Closed", "done");
        else if (row.Urgent) yield return new Mark("Urgent", "danger");
        if (row.ClosedAt is null && row.OpenedAt is null) yield return new Mark("Not opened", "due");
    }

    private sealed class Row
    {
        public Guid Id { get; init; }

        public Guid Org { get; init; }

        public RandomReference Reference { get; init; }

        public RecordKind Kind { get; init; }

        public bool Urgent { get; init; }

        public DateTimeOffset RaisedAt { get; init; }

        public DateTimeOffset? OpenedAt { get; init; }

        public DateTimeOffset? TakenOnAt { get; init; }

        public Guid? Handler { get; init; }

        public List<string> Types { get; init; } = [];

        public DateTimeOffset? ClosedAt { get; init; }

        public string? ClosedAs { get; init; }

        public List<NameOn> Named { get; init; } = [];
    }

    private sealed record NameOn(string Name, Part Part);
}
