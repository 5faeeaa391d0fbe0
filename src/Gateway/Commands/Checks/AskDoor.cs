using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>Asks at a door as a browser would, from the machine on which the check runs.</summary>
internal static class AskDoor
{
    /// <summary>The door let a tunnel begin, and it ended before anything came: a block looks so, but so does a website that is not there.</summary>
    public const int TunnelEnded = -1;

    /// <summary>The door does not know the network of this machine; the filter was not asked.</summary>
    public const int NotLetIn = -2;

    /// <summary>The status that came back; null where no answer came. Redirects are not followed: each hop would be judged by itself.</summary>
    /// <param name="account">A test account, where people sign in at the door; null for nobody.</param>
    public static async Task<int?> AskAsync(Uri proxy, Uri address, NetworkCredential? account, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(proxy) { Credentials = account }, UseProxy = true, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
        // Only the status is looked at. A page of ours in a tunnel comes with a certificate that nobody trusts, and is the answer all the same.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
            return SquidPages.Is(answer, SquidConfiguration.NotLetIn) ? NotLetIn : (int)answer.StatusCode;
        }
        catch (HttpRequestException failed) when (failed.StatusCode is { } status)
        {
            // What the door said to the tunnel itself.
            return (int)status;
        }
        catch (HttpRequestException failed) when (failed.HttpRequestError is HttpRequestError.SecureConnectionError)
        {
            return TunnelEnded;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public static string Seen(int? status) => status switch
    {
        403 => "blocked",
        // What Squid says by itself while no gateway answers.
        500 => "closed, because the filter does not answer",
        407 => "closed, because nobody signed in",
        TunnelEnded => "no page (https)",
        NotLetIn => "not let in at this door",
        null => "no answer",
        _ => "open",
    };

    /// <summary>From which address this machine comes to a door; nothing is sent. Null where that cannot be said.</summary>
    public static IPAddress? From(Uri proxy)
    {
        try
        {
            using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(proxy.DnsSafeHost, proxy.Port);
            var from = (socket.LocalEndPoint as IPEndPoint)?.Address;
            return from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>Asks a gateway's second door what it holds.</summary>
    public static async Task<string?> RunningAsync(Uri health, CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            await using var answer = await client.GetStreamAsync(new Uri(health, "/health"), stop);
            using var said = await JsonDocument.ParseAsync(answer, cancellationToken: stop);
            return $"policy {said.RootElement.GetProperty("policy").GetString()}, lists {said.RootElement.GetProperty("lists").GetString()}";
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
