using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Answer;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Wire;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// From a message to what is to be answered. One for each connection; whatever it holds is of one message and is made anew with the next.
/// Nothing leaves it as an exception: whoever cannot be judged is shut out, except where a level of adults stays open by name.
/// </summary>
internal sealed class Judging(LiveFilter live, BlockPage pages, IDecisionLog log, Counts counts, OpenTunnels tunnels, TimeProvider clock, ILogger<Judging> trouble)
{
    private static readonly byte[] NoTag = "\"none\""u8.ToArray();

    private readonly HttpHead _request = new();
    private readonly HttpHead _response = new();
    private readonly ArrayBufferWriter<byte> _changed = new(2048);

    /// <summary>The filter that holds for this message.</summary>
    public InForce? Force { get; private set; }
    public ReadOnlySpan<byte> Tag => Force is null ? NoTag : Force.Tag;
    public ReadOnlySpan<byte> Verdict => Words.BytesOf(_action);

    /// <summary>For <see cref="Reply.Page"/>.</summary>
    public (byte[] Head, byte[] Body) Page { get; private set; }

    /// <summary>For <see cref="Reply.Change"/>.</summary>
    public ReadOnlySpan<byte> Changed => _changed.WrittenSpan;

    /// <summary>For <see cref="Reply.Read"/>.</summary>
    public BodyWords? Reader { get; private set; }

    private FilterAction _action;
    private Client? _client;

    /// <summary>Takes what holds now, for whoever only wants to say it.</summary>
    public InForce? Hold()
    {
        Begin();
        return Force;
    }

    /// <summary>May this request go out?</summary>
    public Reply Request(RequestReader message)
    {
        Begin();
        try
        {
            return JudgeRequest(message);
        }
        catch (Exception failed)
        {
            return CannotDecide(message, failed);
        }
    }

    /// <summary>May this answer come in?</summary>
    public Reply Response(RequestReader message)
    {
        Begin();
        try
        {
            return JudgeResponse(message);
        }
        catch (Exception failed)
        {
            return CannotDecide(message, failed);
        }
    }

    /// <summary>The page's words, read so far, are too many.</summary>
    public Reply StopPage(RequestReader message)
    {
        try
        {
            return ReadAgain(message, Reader!.Verdict);
        }
        catch (Exception failed)
        {
            return CannotDecide(message, failed);
        }
    }

    private void Begin()
    {
        Force = live.Current;
        (_client, Reader, Page, _action) = (null, null, default, FilterAction.Allow);
        if (_changed.WrittenCount > 0) _changed.ResetWrittenCount();
    }

    [SkipLocalsInit]
    private Reply JudgeRequest(RequestReader message)
    {
        var began = Stopwatch.GetTimestamp();

        // 1. What holds, and who asks.
        if (Force is not { } force) return CannotDecide(message, null);
        var now = clock.GetUtcNow();
        var client = _client = force.Clients.Find(message.Find("X-Client-IP"u8), message.Find("X-Client-Username"u8), now);
        var moment = force.MomentAt(now);

        // 2. What for.
        var head = message.RequestHead;
        Span<byte> scratch = stackalloc byte[WebAddress.ScratchLength];
        scoped WebAddress address = default;
        if (!_request.ReadRequest(head) || Read(_request.Target(head), _request.Method, scratch, out address) is not AddressFault.None)
            return Close(message, force, client, Filter.Unreadable, address, now, began);

        if (_request.Method == WebMethod.Connect) return JudgeTunnel(message, force, client, address, now, moment, began);

        // 3. What is decided.
        var request = new WebRequest(address, _request.Method);
        var verdict = force.Decide(request, client.Asker, moment);
        if (!verdict.IsAllowed) return Close(message, force, client, verdict, address, now, began);

        // 4. What goes out.
        var reply = Reply.Pass;
        if (verdict.Reason != Reason.Helpline)
        {
            reply = Change(force, request, verdict, client, head);
            if (reply == Reply.Page) return Close(message, force, client, verdict with { Action = FilterAction.Block }, address, now, began);
        }

        // 5. What is written down.
        _action = verdict.Action;
        counts.NoteDecided(isAllowed: true);
        Write(force, client, verdict, address, now, began);
        return reply;
    }

    [SkipLocalsInit]
    private Reply JudgeTunnel(RequestReader message, InForce force, Client client, scoped in WebAddress tunnel, DateTimeOffset now, in Moment moment, long began)
    {
        Span<byte> space = stackalloc byte[Tunnel.Space];
        var verdict = Tunnel.Decide(force, TunnelAsked.Of(message), tunnel, client, moment, space, out var judged, out var isLast);
        if (!verdict.IsAllowed) return Close(message, force, client, verdict, judged, now, began);

        _action = verdict.Action;
        counts.NoteDecided(isAllowed: true);
        if (!isLast) return Reply.Pass;
        Write(force, client, verdict, tunnel, now, began);
        tunnels.Add(message, _request.Target(message.RequestHead));
        return Reply.Pass;
    }

    [SkipLocalsInit]
    private Reply JudgeResponse(RequestReader message)
    {
        var began = Stopwatch.GetTimestamp();

        // 1. What holds, and who asks.
        if (Force is not { } force) return CannotDecide(message, null);
        var now = clock.GetUtcNow();
        var client = _client = force.Clients.Find(message.Find("X-Client-IP"u8), message.Find("X-Client-Username"u8), now);
        var moment = force.MomentAt(now);

        // 2. What was asked for, judged again: between request and answer the policy may have changed.
        var head = message.RequestHead;
        Span<byte> scratch = stackalloc byte[WebAddress.ScratchLength];
        scoped WebAddress address = default;
        if (!_request.ReadRequest(head) || Read(_request.Target(head), _request.Method, scratch, out address) is not AddressFault.None)
            return Close(message, force, client, Filter.Unreadable, address, now, began);

        var request = new WebRequest(address, _request.Method);
        var before = force.Decide(request, client.Asker, moment);
        if (!before.IsAllowed) return Close(message, force, client, before, address, now, began);
        if (before.Reason == Reason.Helpline) return Reply.Pass;

        // 3. What came back.
        var answer = message.ResponseHead;
        if (!_response.ReadResponse(answer)) return Close(message, force, client, Filter.Unreadable, address, now, began);

        var encoding = _response.Fields.Find(answer, "Content-Encoding"u8);
        var verdict = force.Filter.DecideAnswer(request, before, new AnswerHead
        {
            Status = _response.Status,
            ContentType = _response.Fields.Find(answer, "Content-Type"u8),
            ContentDisposition = _response.Fields.Find(answer, "Content-Disposition"u8),
            Rating = _response.Fields.Find(answer, "Rating"u8),
            ContentEncoding = encoding,
        }, client.Asker, moment);
        if (!verdict.IsAllowed) return Close(message, force, client, verdict, address, now, began);

        counts.NoteDecided(isAllowed: true);
        if (!message.HasBody || !verdict.ReadsPage) return Reply.Pass;

        // 4. Whether its words can be read at all. We asked for them plain; what comes packed is unpacked, where we can.
        if (force.Filter.ReaderFor(client.Asker) is not { } words) return Reply.Pass;
        var isForPupils = client.Asker.Level.IsForPupils;
        Unpacker? unpacker = null;
        if (IsPacked(answer, encoding) && (unpacker = UnpackerOf(answer, encoding)) is null)
            return isForPupils ? Close(message, force, client, verdict with { Action = FilterAction.Block, Reason = Reason.Unread }, address, now, began) : Reply.Pass;

        Reader = new BodyWords(words, unpacker, isForPupils);
        return Reply.Read;
    }

    private bool IsPacked(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> encoding) =>
        !encoding.IsEmpty && !System.Text.Ascii.EqualsIgnoreCase(encoding, "identity"u8) || IsSaidTwice(answer);

    private Unpacker? UnpackerOf(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> encoding) => IsSaidTwice(answer) ? null : Unpacker.For(encoding);

    // A browser takes two fields together; what it would then unpack is not ours to guess.
    private bool IsSaidTwice(ReadOnlySpan<byte> answer) =>
        _response.Fields.IndexOf(answer, "Content-Encoding"u8) is var first and >= 0 && _response.Fields.IndexOf(answer, "Content-Encoding"u8, first + 1) >= 0;

    [SkipLocalsInit]
    private Reply ReadAgain(RequestReader message, in Verdict verdict)
    {
        Span<byte> scratch = stackalloc byte[WebAddress.ScratchLength];
        Read(_request.Target(message.RequestHead), _request.Method, scratch, out var address);
        return Close(message, Force!, _client!, verdict, address, clock.GetUtcNow(), Stopwatch.GetTimestamp());
    }

    private static AddressFault Read(ReadOnlySpan<byte> target, WebMethod method, Span<byte> scratch, out WebAddress address) =>
        method == WebMethod.Connect ? WebAddress.TryReadTunnel(target, scratch, out address) : WebAddress.TryRead(target, scratch, out address);

    private Reply Change(InForce force, in WebRequest request, in Verdict verdict, Client client, ReadOnlySpan<byte> head)
    {
        var header = force.Filter.HeaderFor(request, client.Asker);
        var isEncoded = verdict.ReadsPage && _request.Fields.Has(head, "Accept-Encoding"u8);
        if (verdict.Action != FilterAction.Rewrite && header.IsEmpty && !isEncoded) return Reply.Pass;

        Span<byte> target = default;
        if (verdict.Action == FilterAction.Rewrite)
        {
            var space = new byte[Limits.Address + 256];
            var length = force.Filter.Rewrite(request, verdict, client.Asker, space);
            if (length == 0) return Reply.Page;
            target = space.AsSpan(0, length);
        }

        return ChangedHead.Write(_changed, _request, head, target, header, verdict.ReadsPage) ? Reply.Change : Reply.Page;
    }

    private Reply Close(RequestReader message, InForce force, Client client, in Verdict verdict, in WebAddress address, DateTimeOffset now, long began)
    {
        _action = verdict.Action;
        counts.NoteDecided(isAllowed: false);
        Explain(message, client.Asker.Level.Wording, force.Filter.Explain(new WebRequest(address, _request.Method), verdict, client.Asker));
        Write(force, client, verdict, address, now, began);
        return Reply.Page;
    }

    private void Explain(RequestReader message, PageWording wording, Explanation? why)
    {
        var head = message.RequestHead;
        var isRead = _request.FieldsAt > 0;
        Page = pages.Of(new PageAsked
        {
            Wording = wording,
            Address = isRead ? _request.Target(head) : default,
            Why = why,
            IsForReading = !isRead || Reading.IsFor(head, _request.Fields),
            IsHeadOnly = _request.Method == WebMethod.Head,
        });
    }

    // Whatever fails, fails shut. For a level of adults that stays open by its own setting the answer is the other one; each such minute is
    // written down.
    private Reply CannotDecide(RequestReader message, Exception? failed)
    {
        counts.NoteFailed();
        if (failed is not null) Log.CannotDecide(trouble, failed.GetType().Name);
        if (_client?.Asker.Level is { IsForPupils: false, StaysOpen: true } open)
        {
            NoteUnfiltered(open);
            return Reply.Pass;
        }

        _action = FilterAction.Block;
        try
        {
            Explain(message, _client?.Asker.Level.Wording ?? PageWording.Child, null);
        }
        catch (Exception again)
        {
            Log.CannotDecide(trouble, again.GetType().Name);
            Page = ("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\r\n"u8.ToArray(), []);
        }

        return Reply.Page;
    }

    private void NoteUnfiltered(Level level)
    {
        try
        {
            var now = clock.GetUtcNow();
            if (counts.IsFirstUnfiltered(now)) log.Write(Unfiltered.At(now, level.Name));
        }
        catch (Exception failed)
        {
            Log.NotWritten(trouble, failed.GetType().Name);
        }
    }

    private void Write(InForce force, Client client, in Verdict verdict, in WebAddress address, DateTimeOffset now, long began)
    {
        if (!verdict.IsLogged) return;
        try
        {
            var filter = force.Filter;
            log.Write(new DecisionRecord
            {
                At = now.ToUnixTimeMilliseconds(),
                Client = client.Address,
                Person = client.Asker.Person,
                IsSure = client.IsSure,
                Level = client.Asker.Level.Name,
                Host = address.Host,
                Path = verdict.Reason == Reason.SealedList || _request.Method == WebMethod.Connect ? default : address.Path,
                Category = verdict.Category >= 0 ? filter.Policy.Categories[verdict.Category].Name : null,
                Action = Words.Of(verdict.Action),
                Reason = Words.Of(verdict.Reason),
                List = verdict.List >= 0 ? filter.Snapshot.Lists[verdict.List].Name : null,
                Rule = verdict.Rule < 0 ? null : verdict.Reason switch
                {
                    Reason.OwnAllowed or Reason.OwnBlocked => filter.Policy.OwnLists[verdict.Rule].Name,
                    Reason.Words => filter.Policy.Words[verdict.Rule].Name,
                    _ => null,
                },
                Microseconds = (int)Stopwatch.GetElapsedTime(began).TotalMicroseconds,
            });
        }
        catch (Exception failed)
        {
            // The log never changes what is decided.
            Log.NotWritten(trouble, failed.GetType().Name);
        }
    }
}
