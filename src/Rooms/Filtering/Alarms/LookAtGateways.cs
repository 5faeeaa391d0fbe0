using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Storage.Log;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Alarms;

/// <summary>
/// Looks at every gateway, and keeps what is wrong until a look finds it well again. Each beginning and end is a deed; that something is
/// still as it was is a note of the time alone.
/// </summary>
internal sealed class LookAtGateways(
    GateSettings settings, AskHowItStands ask, GatewaysSeen seen, GatePlaces places, AlarmReaders readers, OrganisationScope scope, Store store, TimeProvider clock) : IGateAlarms
{
    public async Task LookAsync(CancellationToken stop)
    {
        if (settings.Folder is null) return;
        scope.OpenTo("gate alarms");
        if (await places.OwnerAsync(stop) is not { } org) return;

        var asked = await Task.WhenAll(settings.Gateways.Select(gateway => ask.AskAsync(gateway, stop)));
        var now = clock.GetUtcNow().ToUniversalTime();
        var lately = now - GateAlarm.SameWithin;
        var alarms = await store.Set<GateAlarm>().Where(one => one.Org == org && (one.EndedAt == null || one.EndedAt > lately)).OrderBy(one => one.BeganAt).ToListAsync(stop);
        var toldLost = await ToldLostAsync(org, stop);
        var findings = new Findings(asked, seen, gateway => toldLost.GetValueOrDefault(gateway));
        var wrong = findings.Wrong();

        List<IHappened> news = [];
        List<Guid> still = [];
        List<GateAlarm> begun = [];
        foreach (var finding in wrong)
        {
            if (alarms.LastOrDefault(one => one.IsOf(finding)) is not { } alarm)
            {
                alarm = Begin(org, finding, now);
                begun.Add(alarm);
                news.Add(new GateAlarmBegan(alarm.Ref, alarm.Kind.ToString(), alarm.Gateway));
            }
            else if (!alarm.IsOpen)
            {
                alarm.ComeBack(now);
                news.Add(new GateAlarmCameBack(alarm.Ref));
            }
            else if (finding.Kind is AlarmKind.FileRefused or AlarmKind.ListsWait && alarm.Said != finding.Said)
            {
                alarm.Said = finding.Said;
                news.Add(new GateAlarmChanged(alarm.Ref));
            }

            alarm.LastSeenAt = now;
            alarm.Lost = finding.Lost;
            still.Add(alarm.Id);
        }

        foreach (var alarm in alarms.Where(one => one.IsOpen && !still.Contains(one.Id) && findings.IsOver(one, now)))
        {
            alarm.End(now);
            news.Add(new GateAlarmEnded(alarm.Ref));
        }

        await TellAsync(org, begun, now, stop);
        if (news.Count > 0) await store.CommitAsync(Deed.OfSystem(org, "Look at the gate", now), news, stop);
        else await NoteAsync(still, wrong, now, stop);
        await store.Database.ExecuteSqlAsync($"insert into gate_place (org, looked_at) values ({org}, {now}) on conflict (org) do update set looked_at = excluded.looked_at", stop);
        foreach (var gateway in asked) seen.Kept(gateway);
    }

    private GateAlarm Begin(Guid org, Finding finding, DateTimeOffset now)
    {
        var alarm = new GateAlarm
        {
            Id = Guid.CreateVersion7(now),
            Org = org,
            Kind = finding.Kind,
            Gateway = finding.Gateway,
            Door = finding.Door,
            Said = finding.Said,
            BeganAt = now,
            LastSeenAt = now,
            Lost = finding.Lost,
        };
        store.Add(alarm);
        return alarm;
    }

    // Whoever has several to hear of at once gets one letter, about the gravest.
    private async Task TellAsync(Guid org, List<GateAlarm> begun, DateTimeOffset now, CancellationToken stop)
    {
        HashSet<Guid> told = [];
        foreach (var alarm in begun.OrderBy(one => one.Kind))
        {
            foreach (var reader in await readers.OfAsync(org, alarm.Kind, stop))
            {
                if (told.Add(reader)) store.Post(new Letter(org, reader, alarm.Ref, alarm.Kind.IsGrave() ? LetterUrgency.Urgent : LetterUrgency.Routine), now);
            }
        }
    }

    private async Task NoteAsync(List<Guid> still, IReadOnlyList<Finding> wrong, DateTimeOffset now, CancellationToken stop)
    {
        if (still.Count == 0) return;
        await store.Set<GateAlarm>().Where(one => still.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now), stop);
        foreach (var loss in wrong.Where(one => one.Kind == AlarmKind.LogLost))
            await store.Set<GateAlarm>().Where(one => still.Contains(one.Id) && one.Kind == AlarmKind.LogLost && one.Gateway == loss.Gateway).ExecuteUpdateAsync(set => set.SetProperty(one => one.Lost, loss.Lost), stop);
    }

    private async Task<Dictionary<string, long>> ToldLostAsync(Guid org, CancellationToken stop) =>
        (await store.Set<GateAlarm>().AsNoTracking().Where(one => one.Org == org && one.Kind == AlarmKind.LogLost).OrderByDescending(one => one.LastSeenAt).Take(100)
            .Select(one => new { one.Gateway, one.Lost }).ToListAsync(stop)).DistinctBy(one => one.Gateway).ToDictionary(one => one.Gateway, one => one.Lost);
}
