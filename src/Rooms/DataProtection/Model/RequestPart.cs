using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>
/// One desk is asked to look through what it holds. Every desk is asked for every request, whether it holds anything or not, and answers
/// with the same word: so nobody learns from it what is there. Not everybody of a desk meets every record, so each finishes for themselves.
/// </summary>
internal sealed class RequestPart
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>Key of the desk, of the room that keeps the records.</summary>
    public required string Desk { get; init; }

    public required string DeskName { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>
    /// Where several sit at a desk, two look through it: the second reads what the first gives. And a desk that waits for a second would
    /// wait in any case, so that the first cannot tell from it that there is something they are kept from.
    /// </summary>
    public static bool IsEnough(int looked, int members) => looked >= Math.Min(2, members);

    public void Finish(Deed deed) => FinishedAt = deed.At;
}
