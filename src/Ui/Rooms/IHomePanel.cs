using Lifeguard.Kernel;

namespace Lifeguard.Ui.Rooms;

/// <summary>What a room has waiting for a person, on their home page.</summary>
public interface IHomePanel
{
    Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop);
}

/// <summary>One thing that waits, one click from being done. The words name no person and no case.</summary>
/// <param name="Due">When it is due, or null.</param>
public sealed record Waiting(string Text, string Href, WaitingUrgency Urgency, DateTimeOffset? Due = null);

public enum WaitingUrgency
{
    Urgent,
    Overdue,
    Today,
    Open,
}
