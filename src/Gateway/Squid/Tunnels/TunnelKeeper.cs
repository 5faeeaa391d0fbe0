using System.Net;

namespace Lifeguard.Gateway.Squid.Tunnels;

/// <summary>What a look at a door came to.</summary>
/// <param name="Ended">Closed because what they lead to is open no longer, or because nobody can say that it is.</param>
/// <param name="Overdue">Closed because nobody vouched for them and they had been open for too long.</param>
/// <param name="IsAllowed">False where something could not be seen or closed.</param>
/// <param name="IsAnswered">False where no gateway said what may stay.</param>
internal sealed record TunnelLook(int Ended, int Overdue, bool IsAllowed, bool IsAnswered);

/// <summary>
/// Lets no connection of the pupils' door outlive what opened it. What is in a tunnel is judged when it begins; gateways judge those that they
/// know anew, and that one is closed alone. What no gateway knows lives no longer than the settings say, and not beyond the end of any exception.
/// The browser opens anew what was closed, and is judged anew.
/// </summary>
internal sealed class TunnelKeeper(SquidSettings settings, AskGateways gateways, TimeProvider clock)
{
    private readonly DoorConnections _doors = new([.. settings.Pupils.Listen.Select(IPEndPoint.Parse)]);
    private Dictionary<string, Seen> _seen = [];
    private long? _lookedAt;

    /// <summary>Closes what may not go on. How old something is, is counted from when it was first seen, by a clock that nobody sets.</summary>
    /// <param name="somethingEnded">Closes also what nobody vouches for, however short it has been open; helplines excepted, as always.</param>
    public async Task<TunnelLook> LookAsync(bool somethingEnded, CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        var open = _doors.Look(out var isAllowed);
        Dictionary<string, Seen> seen = new(StringComparer.Ordinal);
        foreach (var connection in open) seen[connection.Inode] = _seen.GetValueOrDefault(connection.Inode) ?? new Seen(now, _lookedAt);
        (_seen, _lookedAt) = (seen, now);

        var word = open.Count == 0 ? null : await gateways.AskAsync(open.Select(connection => (connection.Ends, seen[connection.Inode].Longest(clock, now))), stop);
        var (ended, overdue) = (0, 0);
        foreach (var connection in open)
        {
            if (word!.Stays(connection.Ends)) continue;
            var hasEnded = somethingEnded || word.Ends(connection.Ends);
            if (!hasEnded && clock.GetElapsedTime(seen[connection.Inode].First, now) < TimeSpan.FromMinutes(settings.TunnelMinutes)) continue;
            var closing = CloseConnection.Close(connection);
            isAllowed &= closing != Closing.IsNotAllowed;
            if (closing != Closing.Closed) continue;
            if (hasEnded) ended++;
            else overdue++;
        }

        return new TunnelLook(ended, overdue, isAllowed, word?.IsAnswered ?? true);
    }

    /// <summary>Closes everything that is open at some doors now, helplines excepted.</summary>
    /// <param name="client">Only what comes from there; null for all.</param>
    public static (int Closed, int Helplines, bool IsAllowed) CloseAll(IReadOnlyList<string> doors, IPAddress? client)
    {
        var closings = new DoorConnections([.. doors.Select(IPEndPoint.Parse)]).Look(out var isSeen).Where(connection => client is null || connection.Ends.Client.Address.Equals(client)).Select(CloseConnection.Close).ToArray();
        return (closings.Count(one => one == Closing.Closed), closings.Count(one => one == Closing.IsHelpline), isSeen && !closings.Contains(Closing.IsNotAllowed));
    }

    /// <param name="First">When it was first seen, as the clock's timestamp.</param>
    /// <param name="Before">The last look at which it was not there; null where there was none.</param>
    private sealed record Seen(long First, long? Before)
    {
        public TimeSpan? Longest(TimeProvider clock, long now) => Before is { } before ? clock.GetElapsedTime(before, now) : null;
    }
}
