using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>
/// One desk is asked to look through what it holds. Every desk is asked for every request, whether it holds anything or not, and answers
/// with the same word: so nobody learns from it what is there.
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

    public string? FinishedByName { get; private set; }

    public void Finish(Deed deed) => (FinishedAt, FinishedByName) = (deed.At, deed.ByName);
}
