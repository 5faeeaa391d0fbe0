using System.Net;

namespace Lifeguard.Gateway.Squid.Lint;

/// <summary>An imagined request, with which the linter walks through a configuration.</summary>
internal sealed record SquidProbe(string Door)
{
    public string Method { get; init; } = "GET";
    public string Protocol { get; init; } = "HTTP";
    public int Port { get; init; } = 80;
    public string Host { get; init; } = "page.example";
    public string Path { get; init; } = "/";
    public HostKind Kind { get; init; }

    /// <summary>What stands in the hello, where that is another kind of name.</summary>
    public HostKind? Hello { get; init; }

    /// <summary>Where the name leads to.</summary>
    public IPAddress To { get; init; } = IPAddress.Parse("203.0.113.80");

    /// <summary>Who asks; null for one of the door's own networks.</summary>
    public IPAddress? From { get; init; }
    public bool IsSignedIn { get; init; } = true;
    public int Step { get; init; }

    public SquidProbe Tunnel() => this with { Method = "CONNECT", Protocol = "NONE", Port = 443, Path = "" };
}

/// <summary>In which of Squid's own lists a name stands.</summary>
internal enum HostKind
{
    Plain,
    Sealed,

    /// <summary>A page of an otherwise open name is sealed.</summary>
    SealedAddress,
    Helpline,
    NeverDecrypted,
}
