using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Reactions;

/// <summary>The duty that somebody opens a record: it begins when the record does, follows it from desk to desk, and ends when it is opened.</summary>
internal sealed class OpenConcernDuty(Store store, IDuties duties, IOnDuty onDuty, DeskHolders holders)
{
    public const string Key = "open-concern";

    public async Task<Incident?> RecordAsync(RecordRef record, CancellationToken stop) =>
        record.Kind == Incident.Kind ? await store.Set<Incident>().FindAsync([record.Id], stop) : null;

    public async Task OpenAsync(Incident incident, Deed deed, CancellationToken stop) => await duties.OpenAsync(new DutyToOpen
    {
        Record = incident.Ref,
        Key = Key,
        Asks = incident.Urgent ? "Open an urgent concern" : "Open a new concern",
        Holders = await FirstAskedAsync(incident, deed.At, stop),
        Chain = ChainOf(incident),
    }, deed with { Organisation = incident.Org }, stop);

    public async Task HoldAsync(Incident incident, Deed deed, CancellationToken stop)
    {
        foreach (var holder in await HoldersAsync(incident, stop)) await duties.AlsoHoldAsync(incident.Ref, Key, holder, deed, stop);
    }

    public Task SettleAsync(RecordRef record, string result, Deed deed, CancellationToken stop) => duties.SettleAsync(record, Key, result, deed, stop);

    /// <summary>Whether the wait for this record began with whoever was on duty, and not with the whole desk.</summary>
    public async Task<bool> BeganOnDutyAsync(Incident incident, CancellationToken stop) => (await OnDutyForAsync(incident, incident.RaisedAt, stop)).Count > 0;

    internal static string ChainOf(Incident incident) => (incident.RecordKind == RecordKind.Allegation, incident.Urgent) switch
    {
        (true, true) => "allegation-urgent",
        (true, false) => "allegation",
        (false, true) => "urgent-concern",
        _ => "concern",
    };

    // Everybody at the desk has the letter; the clock runs for whoever is on duty first, and for the others from the first step on.
    private async Task<IReadOnlyList<DutyHolder>> FirstAskedAsync(Incident incident, DateTimeOffset at, CancellationToken stop) =>
        await OnDutyForAsync(incident, at, stop) is { Count: > 0 } first ? first : await HoldersAsync(incident, stop);

    // Not where a second desk stands beside the team because somebody at the first is line-managed by the person named.
    private async Task<IReadOnlyList<DutyHolder>> OnDutyForAsync(Incident incident, DateTimeOffset at, CancellationToken stop) => incident.Desks is [nameof(Desk.SafeguardingTeam)]
        ? [.. (await onDuty.AtAsync(incident.Org, at, stop)).Where(one => !incident.Barred.Contains(one.IdentityId)).Select(one => DutyHolder.Person(one.IdentityId))]
        : [];

    // By name, because a desk of the chain knows neither who is kept from the record nor the desks of a trust.
    private async Task<IReadOnlyList<DutyHolder>> HoldersAsync(Incident incident, CancellationToken stop)
    {
        var sitting = await holders.OfAsync(incident.Org, stop);
        return [.. incident.Desks.SelectMany(desk => sitting[Enum.Parse<Desk>(desk)]).Select(holder => holder.IdentityId).Distinct()
            .Where(one => !incident.Barred.Contains(one)).Select(DutyHolder.Person)];
    }
}
