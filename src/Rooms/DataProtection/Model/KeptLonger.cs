using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>Somebody has looked at a record whose period was over and keeps it until another day.</summary>
internal sealed class KeptLonger
{
    public const int MostYears = 60;

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public static KeptLonger Keep(RecordRef record, DateOnly until, string reason, Deed deed) => new()
    {
        Id = Guid.CreateVersion7(deed.At),
        Org = deed.Organisation,
        RecordKind = record.Kind,
        RecordId = record.Id,
        Until = until,
        Reason = reason,
        ByName = deed.ByName,
        At = deed.At,
    };
}
