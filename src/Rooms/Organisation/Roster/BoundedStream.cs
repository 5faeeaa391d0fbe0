namespace Lifeguard.Organisation.Roster;

/// <summary>Counts what really comes out, because the sizes written in a zip may lie.</summary>
internal sealed class BoundedStream(Stream inner, string name, long allowed) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(inner.Read(buffer));
        }
        catch (InvalidDataException)
        {
            throw new RosterUnreadable($"{name} is damaged inside the zip file. Fetch the export again.");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        if (_read > allowed)
            throw new RosterUnreadable($"{name} unpacks to more than a roster can be. The file was not read further.");
        return read;
    }
}
