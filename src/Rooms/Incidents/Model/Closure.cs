namespace Lifeguard.Incidents.Model;

/// <summary>How, when and by whom a record was closed.</summary>
/// <param name="Reason">Key of a closing reason of the Reference room; apparent consent of a child is not among them.</param>
internal sealed record Closure(string Reason, string Outcome, string Lessons, Guid By, string ByName, DateTimeOffset At);
