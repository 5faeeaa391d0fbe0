using System.Runtime.InteropServices;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>
/// The file's content, in memory of our own. A mapped file would change under whoever decides when somebody writes into it, and would end the
/// process when somebody cuts it off.
/// </summary>
internal sealed unsafe partial class HeldFile : IDisposable
{
    // A page of this size is looked up in one step by the processor, and lists of millions of entries lie in few of them.
    private const int LargePage = 2 * 1024 * 1024;
    private const int Piece = 1 << 24;
    private const int WantsLargePages = 14;

    private HeldFile(long length)
    {
        Length = length;
        Start = (byte*)NativeMemory.AlignedAlloc((nuint)length, LargePage);
        // A wish: where the system has no large pages to give, it goes on with small ones.
        if (OperatingSystem.IsLinux()) _ = Advise(Start, (nuint)length, WantsLargePages);
    }

    public byte* Start { get; private set; }
    public long Length { get; }

    /// <returns>Null for a file that is too short to be anything.</returns>
    public static HeldFile? Of(string path)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length < SnapshotHeader.Size) return null;

        var held = new HeldFile(length);
        for (var at = 0L; at < length;)
        {
            var read = RandomAccess.Read(file, new Span<byte>(held.Start + at, (int)Math.Min(length - at, Piece)), at);
            if (read == 0)
            {
                held.Dispose();
                throw new EndOfStreamException("it became shorter while it was read");
            }

            at += read;
        }

        return held;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(byte* start, nuint length, int wish);

    ~HeldFile() => Release();

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }
}
