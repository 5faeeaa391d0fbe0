using System.Buffers;
using System.IO.Pipelines;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Wire;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// One line to Squid, request after request. An exchange is: read the heads; judge; answer, with the body going by in pieces where there is
/// one. Answers that are ready at one time go out together.
/// </summary>
internal sealed class IcapLine : IDisposable
{
    private const int FlushAt = 32 * 1024;

    private readonly PipeReader _input;
    private readonly PipeWriter _output;
    private readonly Action _abort;
    private readonly Judging _judging;
    private readonly Lines _lines;
    private readonly Counts _counts;
    private readonly ILogger _log;
    private readonly RequestReader _message = new();
    private readonly BodyReader _body;
    private readonly Action _alive;

    // Written by this line, read by the clock.
    private long _deadline;
    private long _pauseAt = long.MaxValue;
    private int _overdue;

    // A page was written but for its end.
    private bool _owesEnd;

    public IcapLine(IDuplexPipe pipe, Action abort, Judging judging, Lines lines, Counts counts, ILogger log)
    {
        (_input, _output, _abort, _judging, _lines, _counts, _log) = (pipe.Input, pipe.Output, abort, judging, lines, counts, log);
        _body = new BodyReader(_input);
        _alive = () => Until(Limits.BodyTime);
        Until(Limits.IdleTime);
    }

    // Squids say through which of their doors somebody came, for their configuration is ours. Nobody else needs to wait for a page's end.
    private bool IsFromSquid => !_message.Find("X-Filter-Port"u8).IsEmpty;

    private bool IsOverdue => Volatile.Read(ref _overdue) > 0;

    public void Dispose() => _message.Dispose();

    /// <summary>To the end of the line, whoever ends it.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            var read = await _input.ReadAsync();
            if (read.IsCanceled)
            {
                if (IsOverdue)
                {
                    await EndAsync(WireFault.Slow);
                    return;
                }

                // A page's end that is due, or a pause that came too late for its page.
                _input.AdvanceTo(read.Buffer.Start);
                PayEnd();
                if (_output.UnflushedBytes > 0 && !await FlushAsync()) return;
                continue;
            }

            var (taken, status) = Take(read.Buffer);
            _input.AdvanceTo(read.Buffer.GetPosition(taken));
            if (read.IsCompleted || status != ReadStatus.NeedMore) PayEnd();

            if (status == ReadStatus.Fault)
            {
                await EndAsync(_message.Fault);
                return;
            }

            if (status == ReadStatus.Message)
            {
                if (!await AnswerWithBodyAsync()) return;
                Next();
            }
            else if (_output.UnflushedBytes > 0 && !await FlushAsync()) return;

            if (read.IsCompleted && read.Buffer.Length == taken) return;
        }
    }

    /// <summary>The clock ticks. Whoever is overdue is told so; whoever does not even hear it is cut off at the next look.</summary>
    public void Look(long now)
    {
        if (now >= Volatile.Read(ref _pauseAt))
        {
            Volatile.Write(ref _pauseAt, long.MaxValue);
            _input.CancelPendingRead();
            return;
        }

        if (now >= Volatile.Read(ref _deadline)) End();
    }

    /// <summary>A page's end is due.</summary>
    public void Wake() => _input.CancelPendingRead();

    /// <summary>Ends the line: at first with a word where a message has begun, and the second time without.</summary>
    public void End()
    {
        if (Interlocked.Increment(ref _overdue) == 1) _input.CancelPendingRead();
        else _abort();
    }

    // Answers every message that is whole and has no body, and takes all there is. A message with a body is left to the caller.
    private (long Taken, ReadStatus Status) Take(in ReadOnlySequence<byte> buffer)
    {
        var total = 0L;
        foreach (var memory in buffer)
        {
            var input = memory.Span;
            while (!input.IsEmpty)
            {
                var isFirst = !_message.IsWithin;
                var status = _message.Read(input, out var taken);
                total += taken;
                input = input[taken..];

                if (status == ReadStatus.NeedMore)
                {
                    if (isFirst) Until(Limits.HeadTime);
                    continue;
                }

                if (status == ReadStatus.Fault || _message.HasBody) return (total, status);
                PayEnd();
                AnswerWhole();
                Next();
                if (_output.UnflushedBytes > FlushAt) return (total, ReadStatus.NeedMore);
            }
        }

        return (total, ReadStatus.NeedMore);
    }

    private void Next()
    {
        _message.Next();
        Until(Limits.IdleTime);
    }

    private void AnswerWhole()
    {
        switch (_message.Method)
        {
            case IcapMethod.Options:
                Options();
                break;
            case IcapMethod.Reqmod:
                Answer(_judging.Request(_message));
                break;
            default:
                Answer(_judging.Response(_message));
                break;
        }
    }

    private void Options()
    {
        var force = _judging.Hold();
        if (force is not null) _output.Write(force.Options(_message.Service));
        else AnswerWriter.NotReady(_output);
    }

    private void Answer(Reply reply)
    {
        switch (reply)
        {
            case Reply.Page when _message.Method == IcapMethod.Reqmod && IsFromSquid:
                AnswerWriter.PageButForItsEnd(_output, _judging.Tag, _judging.Verdict, _judging.Page.Head, _judging.Page.Body);
                OweEnd();
                break;
            case Reply.Page:
                WritePage();
                break;
            case Reply.Change:
                AnswerWriter.Request(_output, _judging.Tag, _judging.Verdict, _judging.Changed, hasBody: false);
                break;
            default:
                if (_message.Allows204) Unchanged();
                else if (_message.Method == IcapMethod.Reqmod) AnswerWriter.Request(_output, _judging.Tag, _judging.Verdict, _message.RequestHead, hasBody: false);
                else AnswerWriter.Response(_output, _judging.Tag, _message.ResponseHead, hasBody: false);
                break;
        }
    }

    private void WritePage() => AnswerWriter.Page(_output, _judging.Tag, _judging.Verdict, _judging.Page.Head, _judging.Page.Body);

    private void OweEnd()
    {
        _owesEnd = _judging.Page.Body.Length > 0;
        if (_owesEnd) _lines.Ends.Add(this);
    }

    private void PayEnd()
    {
        if (!_owesEnd) return;
        AnswerWriter.End(_output);
        _owesEnd = false;
    }

    private void Unchanged()
    {
        if (_judging.Force is { } force) _output.Write(force.Unchanged);
        else _output.Write(AnswerWriter.Unchanged(_judging.Tag));
    }

    /// <returns>False: the line is over.</returns>
    private async Task<bool> AnswerWithBodyAsync()
    {
        Until(Limits.BodyTime);
        _body.Begin(_message.Preview);
        if (_message.Method == IcapMethod.Options)
        {
            Options();
            return await DrainAsync();
        }

        var isRequest = _message.Method == IcapMethod.Reqmod;
        var reply = isRequest ? _judging.Request(_message) : _judging.Response(_message);
        if (reply == Reply.Read) return await ReadWordsAsync();

        if (reply == Reply.Page || reply == Reply.Pass && (_message.Allows204 || _message.Preview >= 0))
        {
            // Behind the preview whoever sends has stopped and waits for us; without one all of it comes, and comes to nothing.
            if (reply == Reply.Page) WritePage();
            else Unchanged();
            return await DrainAsync();
        }

        return await PassOnAsync(reply);
    }

    private async Task<bool> DrainAsync()
    {
        var end = await ReadAsync(new DrainTaker(_output));
        return end is BodyEnd.Whole or BodyEnd.Preview ? await FlushAsync() : await EndOfBodyAsync(end, hasAnswered: true);
    }

    // The head, changed or not, and then the body as it comes.
    private async Task<bool> PassOnAsync(Reply reply)
    {
        var taker = new PassTaker(_output);
        if (_message.Preview < 0)
        {
            WriteHead(reply);
            var all = await ReadAsync(taker);
            return all == BodyEnd.Whole ? await EndBodyAsync() : await EndOfBodyAsync(all, hasAnswered: true);
        }

        // The preview is held: "100 Continue" has to come before our head.
        var preview = new HoldTaker();
        var end = await ReadAsync(preview);
        if (end is not (BodyEnd.Preview or BodyEnd.Whole)) return await EndOfBodyAsync(end, hasAnswered: false);

        if (end == BodyEnd.Preview) AnswerWriter.Continue(_output);
        WriteHead(reply);
        AnswerWriter.Chunk(_output, preview.Held);
        if (end == BodyEnd.Whole) return await EndBodyAsync();
        if (!await FlushAsync()) return false;

        _body.Resume();
        var rest = await ReadAsync(taker);
        return rest == BodyEnd.Whole ? await EndBodyAsync() : await EndOfBodyAsync(rest, hasAnswered: true);
    }

    private void WriteHead(Reply reply)
    {
        if (_message.Method == IcapMethod.Reqmod)
            AnswerWriter.Request(_output, _judging.Tag, _judging.Verdict, reply == Reply.Change ? _judging.Changed : _message.RequestHead, hasBody: true);
        else AnswerWriter.Response(_output, _judging.Tag, _message.ResponseHead, hasBody: true);
    }

    // Holds the page until its words are judged, at most Limits.Held bytes and Limits.HoldTime; then it goes on, still read, and is cut
    // where it goes over the limit.
    private async Task<bool> ReadWordsAsync()
    {
        var taker = new PageTaker(_output, _judging.Reader!, () => WriteHead(Reply.Pass));
        try
        {
            PauseIn(Limits.HoldTime);
            var end = await ReadToPauseAsync(taker);
            if (end == BodyEnd.Preview)
            {
                AnswerWriter.Continue(_output);
                if (!await FlushAsync()) return false;
                _body.Resume();
                PauseIn(Limits.HoldTime);
                end = await ReadToPauseAsync(taker);
            }

            while (end == BodyEnd.Paused && !IsOverdue)
            {
                taker.Release();
                if (!await FlushAsync()) return false;
                end = await ReadToPauseAsync(taker);
            }

            if (end == BodyEnd.Whole && !taker.Ends())
            {
                taker.Release();
                return await EndBodyAsync();
            }

            if (end is not (BodyEnd.Whole or BodyEnd.Stopped)) return await EndOfBodyAsync(end, taker.IsReleased);

            // Too many words. What has gone out cannot be called back; the rest does not follow.
            _judging.StopPage(_message);
            if (taker.IsReleased)
            {
                await FlushAsync();
                return false;
            }

            WritePage();
            return end == BodyEnd.Whole ? await FlushAsync() : await DrainAsync();
        }
        finally
        {
            Volatile.Write(ref _pauseAt, long.MaxValue);
            taker.Dispose();
        }
    }

    private async Task<bool> EndBodyAsync()
    {
        AnswerWriter.End(_output);
        return await FlushAsync();
    }

    // The body did not come to its end. Nothing can be said once an answer has begun: the line ends, and Squid sees that it is short.
    private async Task<bool> EndOfBodyAsync(BodyEnd end, bool hasAnswered)
    {
        var fault = end == BodyEnd.Paused ? WireFault.Slow : _body.Fault;
        if (!hasAnswered && end is BodyEnd.Fault or BodyEnd.Paused) await EndAsync(fault);
        else
        {
            if (end == BodyEnd.Fault) Note(fault);
            await FlushAsync();
        }

        return false;
    }

    private async Task EndAsync(WireFault fault)
    {
        PayEnd();
        // A line on which nothing has begun ends without a word.
        if (fault != WireFault.Slow || _message.IsWithin)
        {
            Note(fault);
            AnswerWriter.Fault(_output, fault);
        }

        await FlushAsync();
    }

    private void Note(WireFault fault)
    {
        _counts.NoteFault();
        Log.Fault(_log, fault.ToString());
    }

    private async ValueTask<bool> FlushAsync() => !(await _output.FlushAsync()).IsCompleted;

    private async ValueTask<BodyEnd> ReadAsync(IBodyTaker taker)
    {
        BodyEnd end;
        do end = await _body.ReadAsync(taker, _alive);
        while (end == BodyEnd.Paused && !IsOverdue);
        return end;
    }

    // Whoever is woken for something else reads on.
    private async ValueTask<BodyEnd> ReadToPauseAsync(PageTaker taker)
    {
        BodyEnd end;
        do end = await _body.ReadAsync(taker, _alive);
        while (end == BodyEnd.Paused && !IsOverdue && Volatile.Read(ref _pauseAt) != long.MaxValue);
        return end;
    }

    private void PauseIn(TimeSpan time) => Volatile.Write(ref _pauseAt, _lines.Now + Lines.Ticks(time));

    private void Until(TimeSpan time) => Volatile.Write(ref _deadline, _lines.Now + Lines.Ticks(time));
}
