using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Reactions;

/// <summary>
/// What somebody is to do on a record by a day, and what is looked at again on a day, as duties. An action waits for whoever it was
/// given to; a review for whoever handles the record, or for its desk. When the day has passed, the handler is asked, then the desk.
/// </summary>
internal sealed class WorkDuties(Store store, IDuties duties, DeskHolders holders)
{
    /// <summary>What the plans of a record still ask for.</summary>
    public const string Plan = "plan";

    private const string Chain = "day-passed";
    private const string ActionKey = "action:";
    private const string ParentsKey = "parents:";
    private const string SupportKey = "support:";
    private const string ReferralKey = "referral:";

    public static string OfAction(Guid action) => $"{ActionKey}{action:N}";

    public static string OfParents(Guid notice) => $"{ParentsKey}{notice:N}";

    public static string OfSupport(Guid support) => $"{SupportKey}{support:N}";

    public static string OfReferral(Guid referral) => $"{ReferralKey}{referral:N}";

    public static bool IsReferral(string key) => key.StartsWith(ReferralKey, StringComparison.Ordinal);

    public static bool IsAction(string key) => key.StartsWith(ActionKey, StringComparison.Ordinal);

    public static bool IsPlan(string key) => key == Plan;

    public static bool IsReview(string key) => key.StartsWith(ParentsKey, StringComparison.Ordinal) || key.StartsWith(SupportKey, StringComparison.Ordinal);

    public async Task<Incident?> RecordAsync(RecordRef record, CancellationToken stop) =>
        record.Kind == Incident.Kind ? await store.Set<Incident>().FindAsync([record.Id], stop) : null;

    public Task OpenActionAsync(Incident incident, ActionItem action, Deed deed, CancellationToken stop) =>
        OpenAsync(incident, OfAction(action.Id), "Do what was agreed", action.DueOn, [action.Owner], deed, stop);

    public async Task OpenReviewAsync(Incident incident, string key, DateOnly on, Deed deed, CancellationToken stop) =>
        await OpenAsync(incident, key, key.StartsWith(ParentsKey, StringComparison.Ordinal) ? "Look again at what parents are told" : "Look again at support", on, await AnsweringAsync(incident, stop), deed, stop);

    public async Task OpenReferralAsync(Incident incident, Guid referral, DateOnly on, Deed deed, CancellationToken stop) =>
        await OpenAsync(incident, OfReferral(referral), "Ask the agency again", on, await AnsweringAsync(incident, stop), deed, stop);

    public async Task OpenPlanAsync(Incident incident, DateTimeOffset due, Deed deed, CancellationToken stop) =>
        await OpenAsync(incident, Plan, "Go on with the plan", due, await AnsweringAsync(incident, stop), deed, stop);

    public Task SettleAsync(RecordRef record, string key, string result, Deed deed, CancellationToken stop) => duties.SettleAsync(record, key, result, deed, stop);

    /// <summary>Lets these people do it as well.</summary>
    public async Task HoldAsync(Incident incident, string key, IEnumerable<Guid> people, Deed deed, CancellationToken stop)
    {
        foreach (var one in people) await duties.AlsoHoldAsync(incident.Ref, key, DutyHolder.Person(one), deed, stop);
    }

    /// <summary>
    /// Who answers for the record has changed, or who reads it: its reviews wait for whoever answers now, and so do the actions of
    /// people who read it no longer. They cannot do them, and nobody else would know.
    /// </summary>
    public async Task HoldAgainAsync(Incident incident, Deed deed, CancellationToken stop)
    {
        var actions = await store.Set<ActionItem>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.DoneAt == null).ToListAsync(stop);
        var keys = await store.Set<ParentsNotice>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.LookAgainOn != null).Select(one => OfParents(one.Id)).ToListAsync(stop);
        keys.AddRange(await store.Set<Support>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.ReviewOn != null).Select(one => OfSupport(one.Id)).ToListAsync(stop));
        keys.AddRange(await store.Set<Referral>().AsNoTracking().Where(one => one.IncidentId == incident.Id && one.AskAgainOn != null).Select(one => OfReferral(one.Id)).ToListAsync(stop));
        if (await store.Set<RunItem>().AnyAsync(one => one.IncidentId == incident.Id && one.SettledAt == null && one.GoneAt == null, stop)) keys.Add(Plan);
        if (actions.Count + keys.Count == 0) return;

        var readers = (await AtDeskAsync(incident, stop)).Concat(incident.Joined).Except(incident.Barred).ToHashSet();
        keys.AddRange(actions.Where(one => !readers.Contains(one.Owner)).Select(one => OfAction(one.Id)));
        var answering = await AnsweringAsync(incident, stop);
        foreach (var key in keys) await HoldAsync(incident, key, answering, deed, stop);
    }

    /// <summary>Whoever handles the record; where nobody does, everybody at its desk.</summary>
    public async Task<IReadOnlyList<Guid>> AnsweringAsync(Incident incident, CancellationToken stop) =>
        incident.Handler is { } handler && !incident.Barred.Contains(handler) ? [handler] : await AtDeskAsync(incident, stop);

    public async Task<IReadOnlyList<Guid>> AtDeskAsync(Incident incident, CancellationToken stop)
    {
        var sitting = await holders.OfAsync(incident.Org, stop);
        return [.. incident.Desks.SelectMany(desk => sitting[Enum.Parse<Desk>(desk)]).Select(holder => holder.IdentityId).Distinct().Except(incident.Barred)];
    }

    private Task OpenAsync(Incident incident, string key, string asks, DateOnly on, IReadOnlyList<Guid> people, Deed deed, CancellationToken stop) =>
        OpenAsync(incident, key, asks, SchoolCalendar.EndOf(on), people, deed, stop);

    private Task OpenAsync(Incident incident, string key, string asks, DateTimeOffset due, IReadOnlyList<Guid> people, Deed deed, CancellationToken stop) => duties.OpenAsync(new DutyToOpen
    {
        Record = incident.Ref,
        Key = key,
        Asks = asks,
        DueAt = due,
        Holders = [.. people.Select(DutyHolder.Person)],
        Chain = Chain,
    }, deed with { Organisation = incident.Org }, stop);
}
