using Lifeguard.Kernel;

namespace Lifeguard.Filtering.Model;

/// <summary>
/// Something that was wrong with the gate, from the look that found it to the look that found it well again. It holds nothing of what
/// anybody asked for. What a gateway says of its faults comes over the wire: it is kept short and shown as text.
/// </summary>
internal sealed class GateAlarm
{
    public const string RecordKind = "gate-alarm";
    public const int LongestSaid = 1500;
    public const int LongestName = 100;

    /// <summary>Well again for less than this, and wrong once more, is still the same alarm: a gate that flickers writes one letter.</summary>
    public static readonly TimeSpan SameWithin = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required AlarmKind Kind { get; init; }

    /// <summary>Where the site asks it; empty where all gateways are meant.</summary>
    public required string Gateway { get; init; }

    /// <summary>The probe's name of a door; empty where none is meant.</summary>
    public required string Door { get; init; }

    /// <summary>What the gateway says of it, or why it was not heard.</summary>
    public required string Said { get; set; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many decisions the gateway had lost in all when this was last seen.</summary>
    public long Lost { get; set; }

    public RecordRef Ref => new(RecordKind, Id);

    public bool IsOpen => EndedAt is null;

    public bool IsOf(Finding finding) => (Kind, Gateway, Door) == (finding.Kind, finding.Gateway, finding.Door);

    public void End(DateTimeOffset at) => EndedAt = at;

    public void ComeBack(DateTimeOffset at) => (EndedAt, LastSeenAt) = (null, at);
}

/// <summary>One thing that a look found wrong.</summary>
internal sealed record Finding(AlarmKind Kind, string Gateway, string Door, string Said, long Lost = 0);
