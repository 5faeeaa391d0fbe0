using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Gateway.Wire;

/// <summary>
/// An HTTP head within an ICAP message: its first line and its fields. What is wrong with it is somebody's browser or server, not the line to
/// Squid: the message is answered, and the line goes on.
/// </summary>
internal sealed class HttpHead
{
    private int _methodEnd;
    private int _targetEnd;
    private int _fieldsAt;

    public Fields Fields { get; } = new();
    public WebMethod Method { get; private set; }
    public int Status { get; private set; }

    /// <summary>Where the fields begin.</summary>
    public int FieldsAt => _fieldsAt;

    public ReadOnlySpan<byte> MethodName(ReadOnlySpan<byte> head) => head[.._methodEnd];

    public ReadOnlySpan<byte> Target(ReadOnlySpan<byte> head) => head[(_methodEnd + 1).._targetEnd];

    public ReadOnlySpan<byte> VersionAndEnd(ReadOnlySpan<byte> head) => head[_targetEnd.._fieldsAt];

    /// <summary>Reads the head of a request: <c>GET http://example.org/ HTTP/1.1</c>. False when it cannot be read in one way only.</summary>
    public bool ReadRequest(ReadOnlySpan<byte> head)
    {
        (Method, Status, _methodEnd, _targetEnd, _fieldsAt) = (WebMethod.Other, 0, 0, 0, 0);
        var end = head.IndexOf("\r\n"u8);
        if (end < 0) return false;

        var line = head[..end];
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first <= 0 || last <= first + 1 || !IsHttp(line[(last + 1)..]) || line.ContainsAny("\0\r\n\t"u8)) return false;

        (_methodEnd, _targetEnd, _fieldsAt) = (first, last, end + 2);
        Method = MethodOf(line[..first]);
        return Fields.Read(head, _fieldsAt, mayFold: false) == WireFault.None;
    }

    /// <summary>Reads the head of a response: <c>HTTP/1.1 200 OK</c>.</summary>
    public bool ReadResponse(ReadOnlySpan<byte> head)
    {
        (Method, Status, _methodEnd, _targetEnd, _fieldsAt) = (WebMethod.Other, 0, 0, 0, 0);
        var end = head.IndexOf("\r\n"u8);
        if (end < 12) return false;

        var line = head[..end];
        if (!IsHttp(line[..8]) || line[8] != ' ' || line.ContainsAny("\0\r\n"u8)) return false;

        var status = 0;
        foreach (var digit in line[9..12])
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            status = status * 10 + (digit - '0');
        }

        (Status, _fieldsAt) = (status, end + 2);
        return Fields.Read(head, _fieldsAt, mayFold: true) == WireFault.None;
    }

    private static bool IsHttp(ReadOnlySpan<byte> version) =>
        version.Length == 8 && version[..5].SequenceEqual("HTTP/"u8) && version[5] is >= (byte)'0' and <= (byte)'9' && version[6] == '.'
        && version[7] is >= (byte)'0' and <= (byte)'9';

    // Methods are spelt in capitals; "get" is another method, which nobody knows.
    private static WebMethod MethodOf(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("GET"u8) => WebMethod.Get,
        _ when name.SequenceEqual("POST"u8) => WebMethod.Post,
        _ when name.SequenceEqual("CONNECT"u8) => WebMethod.Connect,
        _ when name.SequenceEqual("HEAD"u8) => WebMethod.Head,
        _ when name.SequenceEqual("OPTIONS"u8) => WebMethod.Options,
        _ when name.SequenceEqual("PUT"u8) => WebMethod.Put,
        _ when name.SequenceEqual("PATCH"u8) => WebMethod.Patch,
        _ when name.SequenceEqual("DELETE"u8) => WebMethod.Delete,
        _ when name.SequenceEqual("TRACE"u8) => WebMethod.Trace,
        _ => WebMethod.Other,
    };
}
