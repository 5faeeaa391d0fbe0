using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>
/// Stands for every website of the world: Squid hands it all requests as to a parent proxy. It answers each, over TLS too, and keeps what
/// arrived; what did not arrive here was not let through.
/// </summary>
internal sealed class Origin : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new(StringComparer.Ordinal);
    private readonly X509Certificate2 _authority;
    private readonly CancellationTokenSource _end = new();

    public Origin()
    {
        _authority = MakeAuthority();
        _listener.Start(200);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What websites' certificates are signed with here, for whoever must trust them.</summary>
    public string AuthorityAsPem => _authority.ExportCertificatePem();

    /// <summary>Each request as "GET http://name/path", each tunnel through which something came as "CONNECT name:443", each page within as "GET https://…".</summary>
    public IReadOnlyList<string> Arrived => [.. _arrived];

    /// <summary>The rest of a page that ends in /held is sent only when this is released.</summary>
    public SemaphoreSlim Release { get; } = new(0);

    /// <summary>The head of the last request, as it came.</summary>
    public string LastHead { get; private set; } = "";

    public void Forget() => _arrived.Clear();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        foreach (var certificate in _certificates.Values) certificate.Dispose();
        _authority.Dispose();
        Release.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var own = client;
        try
        {
            await ServeAsync(client.GetStream(), null);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
        }
    }

    private async Task ServeAsync(Stream stream, string? within)
    {
        while (await PlainWire.ReadHeadAsync(stream, _end.Token) is { } head)
        {
            LastHead = head;
            var words = head.Split("\r\n")[0].Split(' ');
            var (method, target) = (words[0], words[1]);
            if (method == "CONNECT")
            {
                await TunnelAsync(stream, target);
                return;
            }

            _arrived.Enqueue($"{method} {within}{target}");
            await PlainWire.ReadBodyAsync(stream, head, _end.Token);
            if (target.Contains("/large/", StringComparison.Ordinal))
            {
                await LargeAsync(stream, int.Parse(target[(target.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
                continue;
            }

            if (target.Contains("/packed/", StringComparison.Ordinal))
            {
                var packed = Packed(target[(target.LastIndexOf('/') + 1)..].Replace('-', ' '));
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), _end.Token);
                await stream.WriteAsync(packed, _end.Token);
                continue;
            }

            var body = $"the origin answers {within}{target}";
            var answer = $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Origin: yes\r\nContent-Length: {body.Length}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + (method == "HEAD" ? "" : body[..5])), _end.Token);
            if (method == "HEAD") continue;
            if (target.EndsWith("/held", StringComparison.Ordinal)) await Release.WaitAsync(_end.Token);
            if (target.EndsWith("/slow", StringComparison.Ordinal)) await Task.Delay(1200, _end.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(body[5..]), _end.Token);
            if (within is not null && PlainWire.Header(head, "Connection") == "close") return;
        }
    }

    /// <summary>A page as a server sends it that packs whatever it was asked.</summary>
    public static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var into = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) into.Write(Encoding.ASCII.GetBytes(text));
        return packed.ToArray();
    }

    private async Task LargeAsync(Stream stream, int length)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {length}\r\n\r\n"), _end.Token);
        var piece = new byte[32768];
        Array.Fill(piece, (byte)'x');
        for (var left = length; left > 0; left -= piece.Length) await stream.WriteAsync(piece.AsMemory(0, Math.Min(left, piece.Length)), _end.Token);
    }

    private async Task TunnelAsync(Stream stream, string target)
    {
        await stream.WriteAsync("HTTP/1.1 200 Go on\r\n\r\n"u8.ToArray(), _end.Token);
        var first = new byte[1];
        if (await stream.ReadAsync(first, _end.Token) == 0) return;
        _arrived.Enqueue($"CONNECT {target}");
        await using var secure = new SslStream(new Prefixed(stream, first));
        await secure.AuthenticateAsServerAsync(
            (_, hello, _, _) => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificate = CertificateFor(hello.ServerName.Length > 0 ? hello.ServerName : target.Split(':')[0]) }), null, _end.Token);
        await ServeAsync(secure, $"https://{target.Split(':')[0]}");
    }

    private X509Certificate2 CertificateFor(string name) => _certificates.GetOrAdd(name, _ =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_authority, _authority.NotBefore, _authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var whole = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    });

    private static X509Certificate2 MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of the laboratory", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    /// <summary>A stream of which one byte was read already.</summary>
    private sealed class Prefixed(Stream inner, byte[] first) : Stream
    {
        private int _left = first.Length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0) return await inner.ReadAsync(buffer, cancellationToken);
            if (buffer.IsEmpty) return 0;
            first.CopyTo(buffer);
            _left = 0;
            return first.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
