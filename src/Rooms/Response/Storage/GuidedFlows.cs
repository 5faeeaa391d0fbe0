using System.Collections.Concurrent;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Response.Storage;

internal sealed class GuidedFlows(FlowLibrary flows, LocalEditions local, KeptEditions kept, Store store, TimeProvider clock) : IGuidedFlows
{
    public IReadOnlyList<FlowInShort> All => [.. flows.Grouped.SelectMany(kind => kind.Flows.Select(flow => new FlowInShort(flow.Id, flow.Title, flow.Says, kind.Group.Title, flow.Types)))];

    public async Task<GuidedFlow?> CurrentAsync(Guid org, string id, CancellationToken stop) => await local.CurrentAsync(org, id, stop) is { } edition ? new GuidedFlow(edition) : null;

    // Two cases may begin with the same new edition in the same second: one of them keeps it.
    public Task KeepAsync(GuidedFlow flow, CancellationToken stop) => store.Database.ExecuteSqlAsync(
        $"insert into flow_edition (id, flow, version, common, text, local, kept_at) values ({flow.Edition}, {flow.Id}, {flow.Version}, {flow.Text.Common}, {flow.Text.Text}, {flow.Text.Local}, {clock.GetUtcNow()}) on conflict do nothing", stop);

    public async Task<GuidedFlow> OfEditionAsync(Guid edition, CancellationToken stop) => new(flows.Find(edition) ?? await ReadAsync(edition, stop));

    private async Task<Edition> ReadAsync(Guid id, CancellationToken stop)
    {
        if (kept.Find(id) is { } known) return known;

        var row = await store.Set<FlowEdition>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop)
            ?? throw new InvalidOperationException($"The flow edition {id} was not kept.");
        return kept.Add(id, Edition.Read(row.Common, row.Text, row.Local));
    }
}

/// <summary>Older editions that were read once: a text never changes, so they are never read again.</summary>
internal sealed class KeptEditions
{
    private readonly ConcurrentDictionary<Guid, Edition> _editions = new();

    public Edition? Find(Guid id) => _editions.GetValueOrDefault(id);

    public Edition Add(Guid id, Edition edition) => _editions.GetOrAdd(id, edition);
}
