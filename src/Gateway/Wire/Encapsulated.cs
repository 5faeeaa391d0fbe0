using System.Text;

namespace Lifeguard.Gateway.Wire;

/// <summary>
/// The list of an ICAP message's parts: where each HTTP head begins, and whether a body follows. Offsets count from the end of the ICAP
/// head, the first is 0, and a body always stands last:
/// <code>Encapsulated: req-hdr=0, res-hdr=137, res-body=296</code>
/// </summary>
internal readonly record struct Encapsulated
{
    /// <summary>How long the HTTP request's head is; 0 when the list has none.</summary>
    public int Request { get; private init; }

    /// <summary>How long the HTTP response's head is; 0 when the list has none.</summary>
    public int Response { get; private init; }

    public BodyKind Body { get; private init; }

    /// <summary>Both heads together; what follows is the body.</summary>
    public int Length => Request + Response;

    public static WireFault Read(ReadOnlySpan<byte> list, IcapMethod method, out Encapsulated parts)
    {
        parts = default;
        int requestAt = -1, responseAt = -1, bodyAt = -1;
        var body = BodyKind.None;
        var last = -1;

        while (bodyAt < 0)
        {
            var comma = list.IndexOf((byte)',');
            var part = (comma < 0 ? list : list[..comma]).Trim(" \t"u8);
            var equals = part.IndexOf((byte)'=');
            if (equals < 0 || !TryNumber(part[(equals + 1)..], out var at)) return WireFault.Encapsulated;

            // Nothing overlaps, nothing is empty, and nothing lies between two parts.
            if (last < 0 ? at != 0 : at <= last) return WireFault.Encapsulated;
            var name = part[..equals];

            if (Is(name, "req-hdr"u8) && last < 0) requestAt = at;
            else if (Is(name, "res-hdr"u8) && responseAt < 0) responseAt = at;
            else if (Is(name, "null-body"u8)) bodyAt = at;
            else if (Is(name, "req-body"u8)) (bodyAt, body) = (at, BodyKind.Request);
            else if (Is(name, "res-body"u8)) (bodyAt, body) = (at, BodyKind.Response);
            else if (Is(name, "opt-body"u8)) (bodyAt, body) = (at, BodyKind.Options);
            else return WireFault.Encapsulated;

            last = at;
            if (comma < 0) break;
            list = list[(comma + 1)..];
            if (bodyAt >= 0) return WireFault.Encapsulated;
        }

        if (bodyAt < 0) return WireFault.Encapsulated;

        parts = new Encapsulated
        {
            Request = requestAt < 0 ? 0 : (responseAt < 0 ? bodyAt : responseAt) - requestAt,
            Response = responseAt < 0 ? 0 : bodyAt - responseAt,
            Body = body,
        };

        if (parts.Request > Limits.Head || parts.Response > Limits.Head) return WireFault.HeadTooLong;
        return Fits(method, parts) ? WireFault.None : WireFault.Encapsulated;
    }

    // An answer without the request that it belongs to cannot be judged.
    private static bool Fits(IcapMethod method, in Encapsulated parts) => method switch
    {
        IcapMethod.Reqmod => parts is { Request: > 0, Response: 0, Body: BodyKind.None or BodyKind.Request },
        IcapMethod.Respmod => parts is { Request: > 0, Response: > 0, Body: BodyKind.None or BodyKind.Response },
        _ => parts is { Request: 0, Response: 0, Body: BodyKind.None or BodyKind.Options },
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> part) => Ascii.EqualsIgnoreCase(name, part);

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        if (digits.Length is 0 or > 6) return false;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
