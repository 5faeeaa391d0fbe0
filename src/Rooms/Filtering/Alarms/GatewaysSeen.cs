namespace Lifeguard.Filtering.Alarms;

/// <summary>What this copy of the site remembers from one look to the next: how often a gateway was silent, how much it had lost.</summary>
internal sealed class GatewaysSeen
{
    // One silence may be a restart.
    private const int LooksUntilSilent = 2;

    private readonly Dictionary<string, int> _silent = [];
    private readonly Dictionary<string, long> _lost = [];

    public bool IsSilent(string gateway) => _silent.GetValueOrDefault(gateway) >= LooksUntilSilent;

    public void Heard(GatewayAsked gateway) => _silent[gateway.Name] = gateway.Health is null ? _silent.GetValueOrDefault(gateway.Name) + 1 : 0;

    /// <summary>Whether the gateway has lost decisions since the look before, or the last alarm about it.</summary>
    public bool HasLost(string gateway, long now, long lastTold)
    {
        var before = _lost.TryGetValue(gateway, out var known) ? known : lastTold;
        // A smaller number is that of a gateway that began anew.
        return now > (now < before ? 0 : before);
    }

    /// <summary>What was found is kept: from here on only more is new.</summary>
    public void Kept(GatewayAsked gateway)
    {
        if (gateway.Health is { } health) _lost[gateway.Name] = health.NotLogged;
    }
}
