using System.Buffers;
using System.Buffers.Text;

namespace Lifeguard.Gateway.Wire;

/// <summary>
/// Message to bytes. Squid believes every length that stands here, so each is counted from what is really written:
/// <code>
///   ICAP/1.0 200 OK … Encapsulated: res-hdr=0, res-body=N \r\n\r\n | HTTP head, N bytes | chunks | 0 \r\n\r\n
/// </code>
/// </summary>
internal static class AnswerWriter
{
    private const int Small = 512;

    /// <summary>The rest of the body, please.</summary>
    public static void Continue(IBufferWriter<byte> output) => output.Write("ICAP/1.0 100 Continue\r\n\r\n"u8);

    /// <summary>No change; made once for each state of the filter and then only copied.</summary>
    public static byte[] Unchanged(ReadOnlySpan<byte> tag)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write("ICAP/1.0 204 No Content\r\nISTag: "u8);
        bytes.Write(tag);
        bytes.Write("\r\nX-Filter-Verdict: allow\r\n\r\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>What a service says of itself.</summary>
    public static byte[] Options(ReadOnlySpan<byte> tag, IcapService service, int connections)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write("ICAP/1.0 200 OK\r\nMethods: "u8);
        bytes.Write(service == IcapService.Requests ? "REQMOD"u8 : "RESPMOD"u8);
        bytes.Write("\r\nService: Lifeguard\r\nISTag: "u8);
        bytes.Write(tag);
        bytes.Write("\r\nAllow: 204\r\nPreview: 0\r\nTransfer-Preview: *\r\nOptions-TTL: 60\r\nMax-Connections: "u8);
        Number(bytes, connections);
        bytes.Write("\r\nEncapsulated: null-body=0\r\n\r\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>An answer of our own in place of the page, whole.</summary>
    public static void Page(IBufferWriter<byte> output, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> verdict, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        PageButForItsEnd(output, tag, verdict, head, body);
        if (!body.IsEmpty) End(output);
    }

    /// <summary>
    /// The same without what ends its body, which follows by <see cref="End"/>. Squid 5.7 that reads both at once takes the page for cut off and
    /// closes the browser's connection behind it.
    /// </summary>
    public static void PageButForItsEnd(IBufferWriter<byte> output, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> verdict, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        Begin(output, tag, verdict, "res-hdr"u8, body.IsEmpty ? "null-body"u8 : "res-body"u8, head);
        Chunk(output, body);
    }

    /// <summary>The request as it is to go out; its body follows in chunks, when it has one.</summary>
    public static void Request(IBufferWriter<byte> output, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> verdict, ReadOnlySpan<byte> head, bool hasBody) =>
        Begin(output, tag, verdict, "req-hdr"u8, hasBody ? "req-body"u8 : "null-body"u8, head);

    /// <summary>The answer as it came; its body follows in chunks, when it has one.</summary>
    public static void Response(IBufferWriter<byte> output, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> head, bool hasBody) =>
        Begin(output, tag, "allow"u8, "res-hdr"u8, hasBody ? "res-body"u8 : "null-body"u8, head);

    /// <summary>A piece of a body. Nothing is written for an empty one: an empty chunk would end the body.</summary>
    public static void Chunk(IBufferWriter<byte> output, ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty) return;

        var size = output.GetSpan(16);
        Utf8Formatter.TryFormat(piece.Length, size, out var digits, new StandardFormat('x'));
        size[digits] = (byte)'\r';
        size[digits + 1] = (byte)'\n';
        output.Advance(digits + 2);
        output.Write(piece);
        output.Write("\r\n"u8);
    }

    public static void End(IBufferWriter<byte> output) => output.Write("0\r\n\r\n"u8);

    /// <summary>The line is closed behind it.</summary>
    public static void Fault(IBufferWriter<byte> output, WireFault fault)
    {
        output.Write("ICAP/1.0 "u8);
        output.Write(fault switch
        {
            WireFault.Service => "404 ICAP Service not found"u8,
            WireFault.Method or WireFault.MethodForService => "405 Method not allowed for service"u8,
            WireFault.Slow => "408 Request timeout"u8,
            _ => "400 Bad request"u8,
        });
        output.Write("\r\nConnection: close\r\nEncapsulated: null-body=0\r\n\r\n"u8);
    }

    /// <summary>No place is free.</summary>
    public static void Busy(IBufferWriter<byte> output) =>
        output.Write("ICAP/1.0 503 Service overloaded\r\nConnection: close\r\nEncapsulated: null-body=0\r\n\r\n"u8);

    /// <summary>There is no filter yet; the line may stay.</summary>
    public static void NotReady(IBufferWriter<byte> output) =>
        output.Write("ICAP/1.0 503 Service unavailable\r\nEncapsulated: null-body=0\r\n\r\n"u8);

    private static void Begin(IBufferWriter<byte> output, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> verdict, ReadOnlySpan<byte> headName, ReadOnlySpan<byte> bodyName, ReadOnlySpan<byte> head)
    {
        var line = output.GetSpan(Small);
        var at = 0;
        Put(line, ref at, "ICAP/1.0 200 OK\r\nISTag: "u8);
        Put(line, ref at, tag);
        Put(line, ref at, "\r\nX-Filter-Verdict: "u8);
        Put(line, ref at, verdict);
        Put(line, ref at, "\r\nEncapsulated: "u8);
        Put(line, ref at, headName);
        Put(line, ref at, "=0, "u8);
        Put(line, ref at, bodyName);
        line[at++] = (byte)'=';
        Utf8Formatter.TryFormat(head.Length, line[at..], out var digits);
        at += digits;
        Put(line, ref at, "\r\n\r\n"u8);
        output.Advance(at);
        output.Write(head);
    }

    private static void Put(Span<byte> line, ref int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(line[at..]);
        at += bytes.Length;
    }

    private static void Number(ArrayBufferWriter<byte> output, int number)
    {
        var digits = output.GetSpan(16);
        Utf8Formatter.TryFormat(number, digits, out var length);
        output.Advance(length);
    }
}
