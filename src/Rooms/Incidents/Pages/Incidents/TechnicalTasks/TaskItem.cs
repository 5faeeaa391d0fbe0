using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Pages.Incidents.TechnicalTasks;

/// <summary>A task as the technician sees it. It has no field for a name, a story or the record it comes from.</summary>
internal sealed record TaskItem(
    RandomReference Reference, Guid Id, Guid Org, string What, string? Hint, UrlAsText? Address, string? Device, bool Urgent,
    DateTimeOffset AskedAt, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string? DoneByName, string? Said)
{
    public bool IsOverdue(DateTimeOffset now) => DoneAt is null && DueAt < now;
}
