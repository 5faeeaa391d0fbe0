using System.Net;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Squid.Tunnels;

namespace Lifeguard.Gateway.Commands;

/// <summary><c>gate tunnels close</c>: whatever is open at the pupils' door, or at both, is closed now and judged anew when a browser opens it again.</summary>
internal static class CloseTunnels
{
    /// <param name="from">One device's address; null for all.</param>
    /// <param name="staffToo">Also what is open at the staff's door.</param>
    public static int Run(string folder, string? from, bool staffToo, TextWriter output, TextWriter error)
    {
        if (SquidSettings.Read(Path.Combine(folder, "squid.json"), out var faults) is not { } settings)
        {
            foreach (var fault in faults) error.WriteLine(fault);
            return 2;
        }

        IPAddress? client = null;
        if (from is not null && !IPAddress.TryParse(from, out client))
        {
            error.WriteLine($"\"{from}\" is no address.");
            return 2;
        }

        var (closed, helplines, isAllowed) = TunnelKeeper.CloseAll([.. settings.Pupils.Listen, .. staffToo ? settings.Staff?.Listen ?? [] : []], client);
        output.WriteLine($"Closed: {closed}. Left open, because they lead to helplines: {helplines}.");
        if (isAllowed) return 0;
        error.WriteLine("Some could not be closed: only root, or the user as whom Squid runs, may do it.");
        return 1;
    }
}
