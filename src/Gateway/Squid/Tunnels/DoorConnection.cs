using System.Net;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Squid.Tunnels;

/// <summary>A browser's connection that a Squid holds at one of its doors.</summary>
/// <param name="Process">Squid's process number.</param>
/// <param name="Descriptor">Under which number that process holds it.</param>
/// <param name="Inode">The kernel's own number of it, which no other connection has meanwhile.</param>
internal sealed record DoorConnection(int Process, int Descriptor, string Inode, ConnectionEnds Ends);

/// <summary>What the kernel shows of connections (<c>/proc</c>). Squid itself tells nobody: its manager's pages are shut.</summary>
/// <remarks>Not for several threads.</remarks>
internal sealed class DoorConnections(IReadOnlyList<IPEndPoint> doors)
{
    private const string Listens = "0A";
    private const string IsOpen = "01";

    private int[] _holders = [];

    /// <summary>Everything that is open at these addresses and ports.</summary>
    /// <param name="isSeen">False where somebody listens there of whom we may see nothing.</param>
    public IReadOnlyList<DoorConnection> Look(out bool isSeen)
    {
        var sockets = Read("/proc/net/tcp").Concat(Read("/proc/net/tcp6")).Where(socket => doors.Any(door => socket.IsAt(door))).ToArray();
        var listening = sockets.Where(socket => socket.State == Listens).Select(socket => socket.Inode).ToHashSet(StringComparer.Ordinal);
        isSeen = listening.Count == 0;
        if (isSeen) return [];

        var holders = HoldersOf(listening);
        isSeen = holders.Count > 0;
        _holders = [.. holders.Keys];
        return [.. from holder in holders
                   from socket in sockets
                   where socket.State == IsOpen && holder.Value.ContainsKey(socket.Inode)
                   select new DoorConnection(holder.Key, holder.Value[socket.Inode], socket.Inode, new ConnectionEnds(socket.Client, socket.Local))];
    }

    /// <summary>Processes that listen there, with the sockets they hold. Those of the last look are looked at first: to look at every process of a machine takes long.</summary>
    private Dictionary<int, Dictionary<string, int>> HoldersOf(HashSet<string> listening)
    {
        var same = Of(_holders);
        return listening.All(inode => same.Values.Any(held => held.ContainsKey(inode))) ? same
            : Of(Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0).Where(process => process > 0));

        Dictionary<int, Dictionary<string, int>> Of(IEnumerable<int> processes) =>
            processes.Select(process => (Process: process, Held: Held(process))).Where(one => one.Held.Keys.Any(listening.Contains)).ToDictionary(one => one.Process, one => one.Held);
    }

    /// <summary>Sockets that a process holds, by the kernel's number.</summary>
    private static Dictionary<string, int> Held(int process)
    {
        Dictionary<string, int> held = new(StringComparer.Ordinal);
        try
        {
            foreach (var link in new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos())
                if (InodeOf(link.LinkTarget) is { } inode && int.TryParse(link.Name, out var descriptor)) held.TryAdd(inode, descriptor);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or it is somebody else's.
        }

        return held;
    }

    internal static string? InodeOf(string? link) => link is not null && link.StartsWith("socket:[", StringComparison.Ordinal) ? link[8..^1] : null;

    private static IEnumerable<Socket> Read(string path) => !File.Exists(path) ? [] :
        File.ReadLines(path).Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 9)
            .Select(words => new Socket(EndOf(words[1]), EndOf(words[2]), words[3], words[9]));

    /// <summary>Each four bytes stand there as the machine's own number.</summary>
    internal static IPEndPoint EndOf(string text)
    {
        var parts = text.Split(':');
        var bytes = Convert.FromHexString(parts[0]);
        if (BitConverter.IsLittleEndian)
            for (var at = 0; at < bytes.Length; at += 4) Array.Reverse(bytes, at, 4);
        var address = new IPAddress(bytes);
        return new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, Convert.ToInt32(parts[1], 16));
    }

    private sealed record Socket(IPEndPoint Local, IPEndPoint Client, string State, string Inode)
    {
        public bool IsAt(IPEndPoint door) => Local.Port == door.Port && (door.Address.Equals(IPAddress.Any) || door.Address.Equals(IPAddress.IPv6Any) || door.Address.Equals(Local.Address));
    }
}
