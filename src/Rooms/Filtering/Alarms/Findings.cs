using Lifeguard.Filtering.Model;

namespace Lifeguard.Filtering.Alarms;

/// <summary>What one look at all gateways says: what is wrong, and of which alarms it can be told that they are over.</summary>
internal sealed class Findings(IReadOnlyList<GatewayAsked> gateways, GatewaysSeen seen, Func<string, long> lastToldLost)
{
    // Doors and gateways that are spoken of no more: a restart has not yet asked its doors.
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LossIsOverAfter = TimeSpan.FromMinutes(10);

    public IReadOnlyList<Finding> Wrong()
    {
        List<Finding> wrong = [];
        foreach (var gateway in gateways)
        {
            seen.Heard(gateway);
            if (gateway.Health is { } health) wrong.AddRange(Said(gateway.Name, health));
            // The only gateway is all of them.
            if (gateways.Count > 1 && OutOfOrder(gateway) is { } fault) wrong.Add(fault);
        }

        var outOfOrder = gateways.Select(OutOfOrder).OfType<Finding>().ToList();
        if (gateways.Count > 0 && outOfOrder.Count == gateways.Count)
            wrong.Add(new Finding(AlarmKind.NoGateway, "", "", GatewayHealth.Plain(string.Join(" ", outOfOrder.Select(one => $"{one.Gateway}: {one.Said}")), GateAlarm.LongestSaid)));
        return [.. wrong.DistinctBy(one => (one.Kind, one.Gateway, one.Door))];
    }

    /// <summary>Whether this look saw that it is well again. What cannot be told now stays open.</summary>
    public bool IsOver(GateAlarm alarm, DateTimeOffset now)
    {
        if (alarm.Kind == AlarmKind.NoGateway) return gateways.Any(one => one.Health is { Decides: true });
        if (gateways.FirstOrDefault(one => one.Name == alarm.Gateway) is not { } gateway) return IsForgotten();
        if (gateway.Health is not { } health) return false;
        var door = health.Doors.FirstOrDefault(one => one.Name == alarm.Door);
        return alarm.Kind switch
        {
            AlarmKind.GatewaySilent => true,
            AlarmKind.GatewayUndecided => health.Decides,
            // Only the block page itself shows that it is blocked again.
            AlarmKind.OpenDoor or AlarmKind.DoorShut => door is null ? IsForgotten() : door.IsWell,
            AlarmKind.DoorSilent => door is null ? IsForgotten() : door.Answers,
            AlarmKind.FileRefused => health.Files.Length == 0,
            AlarmKind.ListsWait => health.ListsWait.Length == 0,
            _ => !health.LogIsStuck && now - alarm.LastSeenAt >= LossIsOverAfter,
        };

        bool IsForgotten() => now - alarm.LastSeenAt >= ForgottenAfter;
    }

    private IEnumerable<Finding> Said(string gateway, GatewayHealth health)
    {
        foreach (var door in health.Doors)
        {
            if (door.IsOpen) yield return new Finding(AlarmKind.OpenDoor, gateway, door.Name, "");
            else if (door.IsShut) yield return new Finding(AlarmKind.DoorShut, gateway, door.Name, "");
            else if (door.IsSilent) yield return new Finding(AlarmKind.DoorSilent, gateway, door.Name, door.Saw);
        }

        if (health.Files.Length > 0) yield return new Finding(AlarmKind.FileRefused, gateway, "", health.Files);
        if (health.ListsWait.Length > 0) yield return new Finding(AlarmKind.ListsWait, gateway, "", health.ListsWait);
        if (health.LogIsStuck || seen.HasLost(gateway, health.NotLogged, lastToldLost(gateway))) yield return new Finding(AlarmKind.LogLost, gateway, "", "", health.NotLogged);
    }

    private Finding? OutOfOrder(GatewayAsked gateway) => gateway.Health switch
    {
        null => seen.IsSilent(gateway.Name) ? new Finding(AlarmKind.GatewaySilent, gateway.Name, "", gateway.Silence) : null,
        { Decides: false } health => new Finding(AlarmKind.GatewayUndecided, gateway.Name, "", health.Files.Length > 0 ? health.Files : "It has no filter to decide with."),
        _ => null,
    };
}
