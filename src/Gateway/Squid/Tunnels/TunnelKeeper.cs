using System.Net;

namespace Lifeguard.Gateway.Squid.Tunnels;

/// <summary>
/// Lets no connection of the pupils' door live longer than the settings say. What is in a tunnel is judged when it begins and never again;
/// so what an exception opened would stay open for as long as the browser likes. The browser opens it anew, and is judged anew.
/// </summary>
internal sealed class TunnelKeeper(SquidSettings settings, TimeProvider clock)
{
    private readonly IPEndPoint[] _doors = [.. settings.Pupils.Listen.Select(IPEndPoint.Parse)];
    private Dictionary<string, long> _since = [];

    /// <summary>Closes what has been open for too long. How old something is, is counted from when it was first seen, by a clock that nobody sets.</summary>
    /// <param name="closesAll">However short it has been open; helplines excepted, as always.</param>
    public (int Closed, bool IsAllowed) Look(bool closesAll = false)
    {
        var now = clock.GetTimestamp();
        Dictionary<string, long> since = new(StringComparer.Ordinal);
        var closed = 0;
        var open = DoorConnections.At(_doors, out var isAllowed);
        foreach (var connection in open)
        {
            var first = since[connection.Inode] = _since.GetValueOrDefault(connection.Inode, now);
            if (!closesAll && clock.GetElapsedTime(first, now) < TimeSpan.FromMinutes(settings.TunnelMinutes)) continue;
            var closing = CloseConnection.Close(connection);
            if (closing == Closing.Closed) closed++;
            isAllowed &= closing != Closing.IsNotAllowed;
        }

        _since = since;
        return (closed, isAllowed);
    }

    /// <summary>Closes everything that is open at some doors now, helplines excepted.</summary>
    /// <param name="client">Only what comes from there; null for all.</param>
    public static (int Closed, int Helplines, bool IsAllowed) CloseAll(IReadOnlyList<string> doors, IPAddress? client)
    {
        var closings = DoorConnections.At([.. doors.Select(IPEndPoint.Parse)], out var isSeen).Where(connection => client is null || connection.Client.Equals(client)).Select(CloseConnection.Close).ToArray();
        return (closings.Count(one => one == Closing.Closed), closings.Count(one => one == Closing.IsHelpline), isSeen && !closings.Contains(Closing.IsNotAllowed));
    }
}
