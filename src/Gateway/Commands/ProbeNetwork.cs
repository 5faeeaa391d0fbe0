using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Lifeguard.Gateway.Commands;

/// <summary>
/// Asks the network from this machine, for <c>gate limits --probe</c>: one packet, one connection, one name; and the running gateway what it says of
/// itself.
/// </summary>
/// <param name="quic">Somebody outside who speaks QUIC.</param>
/// <param name="names">A name server outside that is asked over TLS.</param>
/// <param name="resolve">Looks a name up as this machine does.</param>
/// <param name="health">The gateway's second door.</param>
internal sealed class ProbeNetwork(IPEndPoint quic, IPEndPoint names, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Uri health)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static ProbeNetwork Outside(Uri health) => new(new(IPAddress.Parse("1.1.1.1"), 443), new(IPAddress.Parse("9.9.9.9"), 853), Dns.GetHostAddressesAsync, health);

    public async Task<GateLimits.Probed> RunAsync(CancellationToken stop) => new(await QuicAsync(stop), await ConnectsAsync(stop), await CanaryAsync(stop), await FaultsAsync(stop));

    // A version that nobody speaks: whoever speaks QUIC must answer with those it does.
    private async Task<bool?> QuicAsync(CancellationToken stop)
    {
        try
        {
            using var client = new UdpClient(quic.AddressFamily);
            client.Connect(quic);
            var packet = new byte[1200];
            packet[0] = 0xC0;
            (packet[1], packet[2], packet[3], packet[4]) = (0x1a, 0x2a, 0x3a, 0x4a);
            (packet[5], packet[14]) = (8, 8);
            await client.SendAsync(packet, stop);
            using var enough = Enough(stop);
            await client.ReceiveAsync(enough.Token);
            return true;
        }
        catch (Exception failed) when (failed is SocketException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool?> ConnectsAsync(CancellationToken stop)
    {
        try
        {
            using var client = new TcpClient();
            using var enough = Enough(stop);
            await client.ConnectAsync(names, enough.Token);
            return true;
        }
        catch (Exception failed) when (failed is SocketException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool?> CanaryAsync(CancellationToken stop)
    {
        try
        {
            return (await resolve("use-application-dns.net", stop)).Length == 0;
        }
        catch (SocketException failed)
        {
            // No such name is what is asked for; no name server at all says nothing.
            return failed.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData ? true : null;
        }
    }

    private async Task<IReadOnlyList<string>?> FaultsAsync(CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            // It answers with 503 while it decides nothing, and says why all the same.
            using var answer = await client.GetAsync(new Uri(health, "/health"), stop);
            using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            return [.. said.RootElement.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString() ?? "")];
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return ["No gateway says how it stands, so it is not shown that one is running."];
        }
    }

    private static CancellationTokenSource Enough(CancellationToken stop)
    {
        var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Patience);
        return enough;
    }
}
