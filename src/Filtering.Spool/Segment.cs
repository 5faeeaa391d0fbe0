namespace Lifeguard.Filtering.Spool;

/// <summary>On whose behalf decisions of a segment were made.</summary>
/// <param name="Client">The address, as text.</param>
public readonly record struct SpoolAsker(string Client, string? Person, bool IsSure, string Level);

/// <summary>What was decided and why, as many decisions share it.</summary>
public readonly record struct SpoolDecision(string? Category, string Action, string Reason, string? List, string? Rule);

/// <summary>One row of a segment; askers, hosts and decisions are places in the segment's own lists.</summary>
public readonly record struct SpoolRow(long At, int Asker, int Host, int Decision, int Microseconds, int PathStart, int PathLength);

/// <summary>One opened segment.</summary>
public sealed class Segment
{
    private readonly byte[] _payload;

    internal Segment(SegmentHead head, byte[] digest, string gateway, byte[] payload, SpoolAsker[] askers, string[] hosts, SpoolDecision[] decisions, SpoolRow[] rows)
    {
        (Id, MadeAt, Lost, Digest, Gateway) = (head.Id, DateTimeOffset.FromUnixTimeMilliseconds(head.MadeAt), head.Lost, digest, gateway);
        (_payload, Askers, Hosts, Decisions, Rows) = (payload, askers, hosts, decisions, rows);
    }

    public Guid Id { get; }

    /// <summary>SHA-256 of the whole file: another file under the same id is a replay.</summary>
    public byte[] Digest { get; }
    public DateTimeOffset MadeAt { get; }
    public string Gateway { get; }

    /// <summary>How many decisions before this segment were made and could not be kept.</summary>
    public long Lost { get; }
    public SpoolAsker[] Askers { get; }
    public string[] Hosts { get; }
    public SpoolDecision[] Decisions { get; }
    public SpoolRow[] Rows { get; }

    /// <summary>The path's bytes, UTF-8 without control characters.</summary>
    public ReadOnlyMemory<byte> Path(in SpoolRow row) => _payload.AsMemory(row.PathStart, row.PathLength);
}
