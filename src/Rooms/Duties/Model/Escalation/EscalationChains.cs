using Lifeguard.Duties.Contracts;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Model.Escalation;

/// <summary>The chains by name, and when each step falls due.</summary>
internal sealed class EscalationChains(EscalationFile file)
{
    private readonly Dictionary<string, Chain> _chains = file.Chains.ToDictionary(chain => chain.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, Setting> _settings = file.Chains.ToDictionary(chain => chain.Key, chain => ChainSettings.Of(chain, file), StringComparer.Ordinal);

    public IReadOnlyList<Desk> Desks => file.Desks;

    public IReadOnlyList<Chain> All => file.Chains;

    /// <summary>The minutes of each chain's steps, as an organisation may settle them.</summary>
    public IEnumerable<Setting> Settings => _settings.Values;

    /// <summary>The steps with the organisation's own minutes.</summary>
    /// <param name="own">As it was set; null where nothing was. What does not fit is as good as none: a slip must not keep a concern from the deputy.</param>
    public IReadOnlyList<ChainStep> StepsOf(Chain chain, string? own) => [.. chain.Steps.Zip(_settings[chain.Key].Read(own), (step, minutes) => step with { Minutes = minutes })];

    public Chain? Find(string key) => _chains.GetValueOrDefault(key);

    public bool HasDesk(string key) => file.Desks.Any(desk => desk.Key == key);

    /// <summary>When a step falls due that is counted from then. Urgent chains run by day and night; the others count school time only.</summary>
    public static DateTimeOffset DueAt(ChainClock clock, int minutes, DateTimeOffset from, SchoolCalendar calendar) =>
        clock == ChainClock.Always ? SchoolCalendar.WithinMinutes(from, minutes) : calendar.AfterSchoolMinutes(from, minutes);
}
