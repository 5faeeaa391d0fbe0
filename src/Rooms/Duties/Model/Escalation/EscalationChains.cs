using Lifeguard.Duties.Contracts;

namespace Lifeguard.Duties.Model.Escalation;

/// <summary>The chains by name, and when each step falls due.</summary>
internal sealed class EscalationChains(EscalationFile file)
{
    private readonly Dictionary<string, Chain> _chains = file.Chains.ToDictionary(chain => chain.Key, StringComparer.Ordinal);

    public IReadOnlyList<Desk> Desks => file.Desks;

    public IReadOnlyList<Chain> All => file.Chains;

    public Chain? Find(string key) => _chains.GetValueOrDefault(key);

    public bool HasDesk(string key) => file.Desks.Any(desk => desk.Key == key);

    /// <summary>When a step falls due that is counted from then. Urgent chains run by day and night; the others count school time only.</summary>
    public static DateTimeOffset DueAt(ChainClock clock, int minutes, DateTimeOffset from, SchoolCalendar calendar) =>
        clock == ChainClock.Always ? SchoolCalendar.WithinMinutes(from, minutes) : calendar.AfterSchoolMinutes(from, minutes);
}
