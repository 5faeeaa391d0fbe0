using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>A tunnel to a website of the laboratory, as a browser opens it.</summary>
internal sealed class LabTunnel : IDisposable
{
    private readonly TcpClient _client;
    private readonly SslStream _secure;
    private readonly string _name;

    private LabTunnel(TcpClient client, SslStream secure, string name) => (_client, _secure, _name) = (client, secure, name);

    public IPEndPoint Client => (IPEndPoint)_client.Client.LocalEndPoint!;

    public static async Task<LabTunnel> OpenAsync(int port, string name)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {name}:443 HTTP/1.1\r\nHost: {name}:443\r\n\r\n"));
        (await PlainWire.ReadHeadAsync(stream, CancellationToken.None))!.ShouldStartWith("HTTP/1.1 200");
        var secure = new SslStream(stream, false, (_, certificate, _, _) => certificate is not null);
        await secure.AuthenticateAsClientAsync(name);
        return new LabTunnel(client, secure, name);
    }

    /// <summary>Whether a page still comes through it.</summary>
    public async Task<bool> IsAliveAsync()
    {
        try
        {
            await _secure.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {_name}\r\n\r\n"));
            if (await PlainWire.ReadHeadAsync(_secure, CancellationToken.None) is not { } head) return false;
            await _secure.ReadExactlyAsync(new byte[int.Parse(PlainWire.Header(head, "Content-Length")!, CultureInfo.InvariantCulture)]);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _secure.Dispose();
        _client.Dispose();
    }
}
