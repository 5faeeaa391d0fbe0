using System.Net;
using System.Net.Sockets;

namespace Lifeguard.Tests.Shared;

/// <summary>
/// Ports of loopback for servers that are started a moment later. They come from below those that the kernel gives to outgoing connections,
/// one of which would otherwise take a port between its choice and the server's start; and none is given twice.
/// </summary>
internal static class FreePorts
{
    private const int First = 15_000;
    private const int Count = 15_000;

    private static int _given = Environment.ProcessId * 211;

    public static int Next()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _given) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's.
            }
        }

        throw new InvalidOperationException("No port of loopback is free.");
    }
}
