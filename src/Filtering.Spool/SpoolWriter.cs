using System.Security.Cryptography;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// Takes decisions from many threads and writes them, sealed, from one of its own. Nobody who decides ever waits for it: what finds no room
/// is counted, and the next segment says how many were lost. A full disk changes nothing about deciding.
/// </summary>
public sealed class SpoolWriter : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private readonly SpoolSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HandOver _handOver;
    private readonly SegmentBuilder _builder;
    private readonly ECDiffieHellman _recipient;
    private readonly byte[] _mark;
    private readonly SpoolFolder _folder;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _stop = new();

    private bool _isDisposed;
    private long _lost;
    private long _lostAll;
    private long _written;
    private long _began;
    private long _failed;
    private long _made;
    private (string Name, byte[] File, int Records, long Lost)? _pending;
    private SpoolWriter? _before;

    public SpoolWriter(SpoolSettings settings, TimeProvider clock) : this(settings, clock, starts: true) { }

    /// <summary>
    /// Puts a new writer in the place of another, or of none. What comes from then on goes to the new one; it first lets the other write what
    /// that had taken in, and carries on its count of what was lost.
    /// </summary>
    public static void Replace(ref SpoolWriter? place, SpoolSettings settings, TimeProvider clock)
    {
        var writer = new SpoolWriter(settings, clock, starts: false, follows: place is not null);
        writer._before = Interlocked.Exchange(ref place, writer);
        writer._thread.Start();
    }

    internal SpoolWriter(SpoolSettings settings, TimeProvider clock, bool starts, bool follows = false)
    {
        if (settings.SegmentBytes is < 1 or > SegmentHead.MaxSealed / 2) throw new ArgumentOutOfRangeException(nameof(settings), "A segment has between one byte and two megabytes.");
        (_settings, _clock) = (settings, clock);
        _handOver = new HandOver(settings.HandOver);
        _builder = new SegmentBuilder(settings.Gateway);
        _recipient = SpoolKey.ReadPublic(settings.PublicKey);
        _mark = SpoolKey.Mark(_recipient);
        _folder = new SpoolFolder(settings.Folder, settings.MaxFolderBytes);
        // One that follows another waits until that has written its last segment.
        if (!follows) _folder.Begin();
        _builder.Begin();
        _thread = new Thread(Run) { Name = "spool", IsBackground = true };
        if (starts) _thread.Start();
    }

    /// <summary>How many decisions could not be kept since the start.</summary>
    public long Lost => Volatile.Read(ref _lostAll) + (Volatile.Read(ref _before)?.Lost ?? 0);

    /// <summary>How many decisions stand in segments of this start.</summary>
    public long Written => Volatile.Read(ref _written) + (Volatile.Read(ref _before)?.Written ?? 0);

    /// <summary>It takes nothing in any more: another is in its place, or the process ends.</summary>
    public bool HasEnded => _handOver.IsClosed;

    /// <summary>Whether the last segment could not be written (a full disk, a folder that is gone); it is tried again.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>From any thread, at any time. False when it could not be kept: it is counted then, unless this writer has ended (<see cref="HasEnded"/>) and it is for another to write.</summary>
    public bool Write(in DecisionRecord record)
    {
        if (_handOver.TryPut(record)) return true;
        if (!_handOver.IsClosed) Lose(1);
        return false;
    }

    /// <summary>Writes out what was handed in, as far as it can be written; what cannot is counted.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;
        _stop.Set();
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted)) End();
        else _thread.Join();
        _stop.Dispose();
        _recipient.Dispose();
    }

    private void Run()
    {
        if (_before is { } before)
        {
            before.Dispose();
            Interlocked.Add(ref _lost, before._lost);
            Interlocked.Add(ref _lostAll, before.Lost);
            Interlocked.Add(ref _written, before.Written);
            Volatile.Write(ref _before, null);
            _folder.Begin();
        }

        while (!_stop.Wait(Rest)) Try(Step);
        End();
    }

    private void End()
    {
        _handOver.Close();
        Try(Finish);
        GiveUp(_handOver.Waiting);
    }

    // Whoever decides must never fall because of the log: whatever goes wrong here costs what was about to be written, and is counted.
    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception)
        {
            IsStuck = true;
            _failed = _clock.GetTimestamp();
            var lost = 0;
            if (_handOver.Peek() is not null)
            {
                _handOver.Release();
                lost++;
            }

            GiveUp(lost);
        }
    }

    /// <summary>What was about to be written is lost, with so many more; and what it would have told of is told by a later one.</summary>
    private void GiveUp(long more)
    {
        Lose(_builder.Records + (_pending?.Records ?? 0) + more);
        Interlocked.Add(ref _lost, _pending?.Lost ?? 0);
        _pending = null;
        _builder.Begin();
    }

    private void Finish()
    {
        // Whoever holds a ticket fills its place in a moment; for one that never does nobody waits long.
        for (var turn = 0; turn < 1_000 && _handOver.Waiting > 0; turn++)
        {
            Step();
            if (IsStuck) break;
            if (_handOver.Waiting > 0) Thread.Sleep(1);
        }

        Step();
        Close();
        // What is left, and the word of what went to make room for it.
        for (var again = 0; again < 64 && _pending is null && (_handOver.Peek() is not null || Volatile.Read(ref _lost) > 0); again++)
        {
            Step();
            Close();
        }
    }

    /// <summary>One round of the writing thread: take in what waits, close what is full or old enough.</summary>
    internal void Step()
    {
        while (_handOver.Peek() is { } record)
        {
            if (_builder.Length >= _settings.SegmentBytes)
            {
                Close();
                // Not written: what waits stays where it is, and beyond that room it is counted.
                if (_builder.Length >= _settings.SegmentBytes) return;
            }

            if (_builder.Records == 0) _began = _clock.GetTimestamp();
            _builder.Add(record);
            _handOver.Release();
        }

        if (_builder.Records > 0 ? _clock.GetElapsedTime(_began) >= _settings.SegmentTime : _pending is not null || Volatile.Read(ref _lost) > 0) Close();
    }

    private void Close()
    {
        if (_pending is { } waiting && !(IsTimeToTryAgain() && TryWrite(waiting))) return;
        if (_builder.Records == 0 && Volatile.Read(ref _lost) == 0) return;

        var now = Math.Clamp(_clock.GetUtcNow().ToUnixTimeMilliseconds(), 0, SegmentHead.MaxTime - 1);
        // Names sort in the order of writing, also within a millisecond and when the clock is set back a little.
        if (now <= _made && _made - now < 3_600_000) now = _made + 1;
        _made = now;
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        var head = new SegmentHead(new Guid(id, bigEndian: true), now, _builder.Records, Volatile.Read(ref _lost), _builder.Length);
        var sealedFile = (SpoolReader.NameOf(head), SegmentSeal.Seal(_recipient, _mark, head, _builder.Payload), head.Records, head.Lost);
        Interlocked.Add(ref _lost, -head.Lost);
        _builder.Begin();
        _pending = sealedFile;
        TryWrite(sealedFile);
    }

    // A disk that is full stays so for a while. Whoever goes tries once more whatever the clock says.
    private bool IsTimeToTryAgain() => !IsStuck || _stop.IsSet || _clock.GetElapsedTime(_failed) >= _settings.SegmentTime;

    private bool TryWrite((string Name, byte[] File, int Records, long Lost) segment)
    {
        IsStuck = !_folder.TryWrite(segment.Name, segment.File);
        if (IsStuck)
        {
            _failed = _clock.GetTimestamp();
            return false;
        }

        _pending = null;
        Interlocked.Add(ref _written, segment.Records);
        // What went to make room is told by the segment that follows.
        var gone = _folder.MakeRoom(segment.Name);
        if (gone > 0) Lose(gone);
        return true;
    }

    private void Lose(long count)
    {
        Interlocked.Add(ref _lost, count);
        Interlocked.Add(ref _lostAll, count);
    }
}
