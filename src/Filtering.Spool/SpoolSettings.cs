namespace Lifeguard.Filtering.Spool;

public sealed record SpoolSettings
{
    /// <summary>Where segments lie until the site has loaded them.</summary>
    public required string Folder { get; init; }

    /// <summary>The public half of the site's key (<c>spool.pub</c>, PEM): whoever writes cannot read what was written.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The gateway's own name, as it stands beside each decision.</summary>
    public required string Gateway { get; init; }

    /// <summary>What the folder may hold; beyond it the oldest segments go, counted.</summary>
    public long MaxFolderBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>A segment is closed when it has grown to this, or is a second old.</summary>
    public int SegmentBytes { get; init; } = 1024 * 1024;
    public TimeSpan SegmentTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many decisions may wait for the writing thread; a power of two.</summary>
    public int HandOver { get; init; } = 16 * 1024;
}
