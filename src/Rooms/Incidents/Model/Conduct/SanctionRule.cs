using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Model.Conduct;

/// <summary>
/// What stands before a sanction: the children's welfare, and that it was on purpose. Practice review section 5; requirement B-198.
/// </summary>
internal static class SanctionRule
{
    private const string Punish = "punish";

    public static IReadOnlyList<Refusal> Missing(Incident incident, IReadOnlyCollection<Run> runs, IReadOnlyCollection<RunItem> items, bool supportOpen)
    {
        List<Refusal> missing = [];
        if (incident.Form.Intent is null) missing.Add(SanctionRefusals.IntentOpen);
        else if (incident.Form.Intent != Intent.Deliberate) missing.Add(SanctionRefusals.Accident);
        if (runs.Any(run => !run.IsSetAside && run.MustNot.Contains(Punish))) missing.Add(SanctionRefusals.MustNotPunish);
        if (supportOpen) missing.Add(SanctionRefusals.SupportOpen);
        // What is due later than a day, and conduct itself, does not wait for itself.
        missing.AddRange(items.Where(item => item.IsOpen && item.Within <= Due.Hours24).OrderBy(item => item.Within).Select(item => SanctionRefusals.WelfareOpen(item)));
        return missing;
    }
}
