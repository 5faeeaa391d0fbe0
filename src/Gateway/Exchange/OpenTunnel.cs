using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Exchange;

/// <summary>What was asked by a tunnel that was let through, and on whose behalf: all that is needed to ask it once more.</summary>
internal sealed class OpenTunnel
{
    private readonly byte[] _text;
    private readonly int _stageAt;
    private readonly int _nameAt;
    private readonly int _clientAt;
    private readonly int _accountAt;

    /// <param name="target">As the browser asked for it: host and port.</param>
    public OpenTunnel(RequestReader message, ReadOnlySpan<byte> target, long now)
    {
        var asked = TunnelAsked.Of(message);
        var client = message.Find("X-Client-IP"u8);
        var account = message.Find("X-Client-Username"u8);
        _stageAt = target.Length;
        _nameAt = _stageAt + asked.Stage.Length;
        _clientAt = _nameAt + asked.Name.Length;
        _accountAt = _clientAt + client.Length;
        _text = [.. target, .. asked.Stage, .. asked.Name, .. client, .. account];
        (Since, SeenAt) = (now, now);
    }

    /// <summary>When it was let through, as the clock's timestamp.</summary>
    public long Since { get; }

    /// <summary>When it was last known to be open, as the clock's timestamp.</summary>
    public long SeenAt { get; set; }

    /// <summary>Whether somebody signed in at the proxy for it.</summary>
    public bool IsSignedIn => Account is not ([] or [(byte)'-']);

    private ReadOnlySpan<byte> Account => _text.AsSpan(_accountAt);

    /// <summary>Whether it would be let through now, judged as a new one would be.</summary>
    [SkipLocalsInit]
    public bool MayGoOn(InForce force, DateTimeOffset now)
    {
        Span<byte> scratch = stackalloc byte[WebAddress.ScratchLength];
        Span<byte> space = stackalloc byte[Tunnel.Space];
        if (WebAddress.TryReadTunnel(_text.AsSpan(0, _stageAt), scratch, out var tunnel) is not AddressFault.None) return false;
        var client = force.Clients.Find(_text.AsSpan(_clientAt, _accountAt - _clientAt), Account, now);
        var asked = new TunnelAsked { Stage = _text.AsSpan(_stageAt, _nameAt - _stageAt), Name = _text.AsSpan(_nameAt, _clientAt - _nameAt) };
        return Tunnel.Decide(force, asked, tunnel, client, force.MomentAt(now), space, out _, out _).IsAllowed;
    }
}
