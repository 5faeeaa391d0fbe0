using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

internal sealed class Duties(
    Store store, IWorkingTime workingTime, IOrganisationSettings settings, DutiesFiles files, FindDuties findDuties, PassOnDuties passOnDuties) : IDuties
{
    public string DeskLabel(string desk) => files.Chains.Desks.FirstOrDefault(one => one.Key == desk)?.Label ?? desk;

    public Task<IReadOnlyList<DutyCard>> DueForAsync(Viewer viewer, CancellationToken stop) => findDuties.DueForAsync(viewer, stop);

    public Task<IReadOnlyList<DutyCard>> OpenForAsync(Viewer viewer, RecordRef record, CancellationToken stop) => findDuties.OpenForAsync(viewer, record, stop);

    public Task<int> RunDueAsync(CancellationToken stop) => passOnDuties.RunAsync(stop);

    public async Task OpenAsync(DutyToOpen duty, Deed deed, CancellationToken stop)
    {
        var chain = Checked(duty);
        if (await OpenOneAsync(duty.Record, duty.Key, stop) is not null) return;

        var calendar = await workingTime.ForAsync(deed.Organisation, stop);
        var steps = chain is null ? [] : await StepsAsync(chain, deed.Organisation, stop);
        var clock = chain?.Clock ?? ChainClock.Always;
        var opened = new Duty
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = deed.Organisation,
            RecordKind = duty.Record.Kind,
            RecordId = duty.Record.Id,
            Key = duty.Key,
            Asks = duty.Asks,
            OpenedAt = deed.At.ToUniversalTime(),
            DueAt = duty.DueAt?.ToUniversalTime() ?? EscalationChains.DueAt(clock, steps[0].Minutes, deed.At, calendar),
            IsUrgent = chain?.Urgent ?? false,
            Clock = clock,
            Steps = steps,
        };
        foreach (var holder in duty.Holders) opened.Hold(holder, deed.At.ToUniversalTime());
        opened.Start(calendar);
        store.Add(opened);
        store.Also(new DutyOpened(opened.Record, opened.Key, opened.DueAt));
    }

    public async Task SettleAsync(RecordRef record, string key, string result, Deed deed, CancellationToken stop)
    {
        if (await OpenOneAsync(record, key, stop) is { } duty) Settle(duty, result, deed);
    }

    public async Task SettleAllForAsync(RecordRef record, string result, Deed deed, CancellationToken stop)
    {
        var stored = await Stored(record).ToListAsync(stop);
        foreach (var duty in stored.Concat(Prepared(record)).Distinct().Where(duty => duty.SettledAt is null).ToList()) Settle(duty, result, deed);
    }

    public async Task ForgetAsync(IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        await store.Set<DutyHolding>().Where(held => store.Set<Duty>().Any(duty => duty.Id == held.DutyId && records.Contains(duty.RecordId))).ExecuteDeleteAsync(stop);
        await store.Set<Duty>().Where(duty => records.Contains(duty.RecordId)).ExecuteDeleteAsync(stop);
    }

    public async Task AlsoHoldAsync(RecordRef record, string key, DutyHolder holder, Deed deed, CancellationToken stop)
    {
        if (await OpenOneAsync(record, key, stop) is { } duty) duty.Hold(Known(holder), deed.At.ToUniversalTime());
    }

    private void Settle(Duty duty, string result, Deed deed)
    {
        duty.Settle(result, deed with { At = deed.At.ToUniversalTime() });
        store.Also(new DutySettled(duty.Record, duty.Key, result));
    }

    // What this piece of work has prepared and not yet committed counts as open too.
    private async Task<Duty?> OpenOneAsync(RecordRef record, string key, CancellationToken stop) =>
        Prepared(record).FirstOrDefault(duty => duty.Key == key && duty.SettledAt is null)
        ?? (await Stored(record).Where(duty => duty.Key == key).ToListAsync(stop)).Find(duty => duty.SettledAt is null);

    private IEnumerable<Duty> Prepared(RecordRef record) => store.Set<Duty>().Local.Where(duty => duty.Record == record);

    private IQueryable<Duty> Stored(RecordRef record) =>
        store.Set<Duty>().Include(duty => duty.Holdings).Where(duty => duty.RecordId == record.Id && duty.RecordKind == record.Kind && duty.SettledAt == null);

    private Chain? Checked(DutyToOpen duty)
    {
        foreach (var holder in duty.Holders) Known(holder);
        var chain = duty.Chain is null ? null : files.Chains.Find(duty.Chain) ?? throw new ArgumentException($"No chain '{duty.Chain}'.", nameof(duty));
        if (duty.DueAt is null && chain is null or { Clock: ChainClock.SchoolTimeAfterDue }) throw new ArgumentException("A duty without a chain, or with one that counts from when it is due, needs a due time.", nameof(duty));
        return chain;
    }

    private DutyHolder Known(DutyHolder holder) =>
        holder.Desk is null || files.Chains.HasDesk(holder.Desk) ? holder : throw new ArgumentException($"No desk '{holder.Desk}'.", nameof(holder));

    private async Task<IReadOnlyList<ChainStep>> StepsAsync(Chain chain, Guid organisation, CancellationToken stop) =>
        files.Chains.StepsOf(chain, await settings.ValueAsync(organisation, DutySettingKeys.Minutes(chain.Key), stop));
}
