using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Model.Runs;

/// <summary>A flow that was begun on a record. It keeps the edition that it began with; what was answered and what came of it stand in rows of their own.</summary>
internal sealed class Run
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required string Flow { get; init; }

    public required Guid Edition { get; init; }

    public required string Title { get; init; }

    /// <summary>The day from which the edition holds.</summary>
    public required string FlowVersion { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public required string ByName { get; init; }

    /// <summary>How soon somebody must act, as the answers so far say.</summary>
    public Urgency Urgency { get; private set; } = Urgency.Routine;

    /// <summary>Every question on the way has an answer; not to be sure is one.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Roles that must not be told yet, as the answers so far say.</summary>
    public List<string> Held { get; private set; } = [];

    /// <summary>Keys of what must never be done, as the answers so far say.</summary>
    public List<string> MustNot { get; private set; } = [];

    public DateTimeOffset? SetAsideAt { get; private set; }

    /// <summary>Why it was the wrong one.</summary>
    public string? SetAsideBecause { get; private set; }

    public bool IsSetAside => SetAsideAt is not null;

    public void Follow(Plan plan)
    {
        (Urgency, IsAnswered) = (plan.Urgency, plan.Complete);
        Held = [.. plan.Tell.Where(one => one.When == Telling.Held).Select(one => one.Role)];
        MustNot = [.. plan.MustNot.Select(one => one.Id)];
    }

    public Outcome SetAside(string because, DateTimeOffset at)
    {
        if (IsSetAside) return RunRefusals.SetAside;
        (SetAsideAt, SetAsideBecause) = (at, because);
        return Outcome.Done;
    }
}
