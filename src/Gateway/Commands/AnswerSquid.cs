using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;
using WebRequest = Lifeguard.Filtering.Engine.Decide.WebRequest;

namespace Lifeguard.Gateway.Commands;

/// <summary>
/// <c>filter helper</c>: answers Squid's <c>url_rewrite_program</c> in squidGuard's way, for schools that want only that. A line is
/// <c>[number] address client/name account method</c>; the answer is <c>ERR</c> for "as it is", or <c>OK</c> with another address.
/// </summary>
internal sealed class AnswerSquid(Filter filter, string blockedPage, TimeProvider clock)
{
    private const int MostKept = 4096;
    private const int LongestName = 256;

    private readonly Dictionary<string, Asker> _askers = [];
    private readonly byte[] _scratch = new byte[WebAddress.ScratchLength];
    private readonly byte[] _answer = new byte[2 * WebAddress.MaxLength + 1024];
    private readonly byte[] _blocked = Encoding.ASCII.GetBytes($"OK rewrite-url=\"{blockedPage}\"\n");

    public void Run(Stream input, Stream output)
    {
        var lines = new LineInput(input);
        var pending = new byte[1 << 17];
        var length = 0;
        var second = long.MinValue;
        var moment = default(Moment);
        while (lines.Next())
        {
            // A time of a second's grain is enough, and asking for it a million times a second is not.
            var tick = Environment.TickCount64 / 1000;
            if (tick != second)
            {
                moment = Moment.At(clock.GetUtcNow(), filter.Policy.Zone);
                second = tick;
            }

            length += Answer(lines.Line, moment, pending.AsSpan(length));
            if (length < pending.Length - _answer.Length && lines.HasMore) continue;
            output.Write(pending.AsSpan(0, length));
            output.Flush();
            length = 0;
        }

        output.Write(pending.AsSpan(0, length));
        output.Flush();
    }

    private int Answer(ReadOnlySpan<byte> line, in Moment moment, Span<byte> into)
    {
        var at = 0;
        var blank = line.IndexOf((byte)' ');

        // With concurrency Squid numbers its questions, and wants the number back.
        if (blank > 0 && line[..blank].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            line[..(blank + 1)].CopyTo(into);
            at = blank + 1;
            line = line[at..];
            blank = line.IndexOf((byte)' ');
        }

        var url = blank < 0 ? line : line[..blank];
        var rest = blank < 0 ? default : line[(blank + 1)..];
        var client = Field(ref rest);
        var account = Field(ref rest);
        var method = MethodOf(Field(ref rest));
        var fault = method is WebMethod.Connect ? WebAddress.TryReadTunnel(url, _scratch, out var address) : WebAddress.TryRead(url, _scratch, out address);
        var verdict = Filter.Unreadable;
        var asker = AskerOf(client, account, moment.Instant);
        var request = new WebRequest(address, method);
        if (fault is AddressFault.None) verdict = filter.Decide(request, asker, moment);
        if (verdict.Action is FilterAction.Allow) return at + Put("ERR\n"u8, into[at..]);
        if (verdict.Action is FilterAction.Rewrite && filter.Rewrite(request, verdict, asker, _answer) is var written and > 0)
        {
            at += Put("OK rewrite-url=\""u8, into[at..]);
            at += Put(_answer.AsSpan(0, written), into[at..]);
            return at + Put("\"\n"u8, into[at..]);
        }

        return at + Put(_blocked, into[at..]);
    }

    private static int Put(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        bytes.CopyTo(into);
        return bytes.Length;
    }

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> rest)
    {
        var blank = rest.IndexOf((byte)' ');
        var field = blank < 0 ? rest : rest[..blank];
        rest = blank < 0 ? default : rest[(blank + 1)..];
        return field;
    }

    private Asker AskerOf(ReadOnlySpan<byte> client, ReadOnlySpan<byte> account, DateTimeOffset now)
    {
        var slash = client.IndexOf((byte)'/');
        if (slash >= 0) client = client[..slash];
        if (account.SequenceEqual("-"u8)) account = default;
        if (client.Length > LongestName || account.Length > LongestName) return filter.AskerFor(null, IPAddress.None, now);
        Span<char> key = stackalloc char[2 * LongestName + 1];
        var length = Encoding.Latin1.GetChars(client, key);
        key[length++] = ' ';
        length += Encoding.Latin1.GetChars(account, key[length..]);
        var askers = _askers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (askers.TryGetValue(key[..length], out var known) && !(known.Until <= now)) return known;
        if (_askers.Count >= MostKept) _askers.Clear();
        var name = account.IsEmpty ? null : Uri.UnescapeDataString(Encoding.UTF8.GetString(account));
        return askers[key[..length]] = filter.AskerFor(name, IPAddress.TryParse(Encoding.ASCII.GetString(client), out var parsed) ? parsed : IPAddress.None, now);
    }

    private static WebMethod MethodOf(ReadOnlySpan<byte> method) =>
        method.IsEmpty || method.SequenceEqual("GET"u8) || method.SequenceEqual("-"u8) ? WebMethod.Get
        : method.SequenceEqual("POST"u8) ? WebMethod.Post
        : method.SequenceEqual("HEAD"u8) ? WebMethod.Head
        : method.SequenceEqual("CONNECT"u8) ? WebMethod.Connect
        : method.SequenceEqual("PUT"u8) ? WebMethod.Put
        : method.SequenceEqual("PATCH"u8) ? WebMethod.Patch
        : method.SequenceEqual("DELETE"u8) ? WebMethod.Delete
        : method.SequenceEqual("OPTIONS"u8) ? WebMethod.Options
        : method.SequenceEqual("TRACE"u8) ? WebMethod.Trace
        : WebMethod.Other;
}
