using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Pages.Response;

/// <summary>A plan as people see it.</summary>
internal sealed record PlanSeen(Flow Flow, Plan Plan)
{
    public IEnumerable<PlannedTelling> Told => Plan.Tell.Where(one => one.When != Telling.Held);

    public IEnumerable<PlannedTelling> Held => Plan.Tell.Where(one => one.When == Telling.Held);

    public string Name(string role) => Flow.Vocabulary.Roles[role];

    public string InWords(Because because) => Flow.InWords(because);
}
