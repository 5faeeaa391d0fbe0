using Lifeguard.Duties.Contracts;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Model.Escalation;

/// <summary>How long each chain waits for each step: what an organisation may settle, within the chain's longest.</summary>
internal static class ChainSettings
{
    public static Setting Of(Chain chain, EscalationFile file) => new(
        DutySettingKeys.Minutes(chain.Key),
        "When nobody answers",
        chain.Label,
        $"{ClockInWords(chain.Clock)} The last step comes within {chain.Longest} minutes, whatever is settled. What is waiting already keeps the times it began with.",
        file.Source,
        [.. chain.Steps.Select(step => new SettingField($"{file.Desks.First(desk => desk.Key == step.Desk).Label} after", "minutes", step.Minutes, 1, chain.Longest))])
    {
        Together = minutes => EscalationFile.FaultOf(chain, minutes) is { } fault ? $"These do not go together: {fault}" : null,
    };

    private static string ClockInWords(ChainClock clock) => clock switch
    {
        ChainClock.SchoolTime => "Counted in school time from the moment it came in.",
        ChainClock.SchoolTimeAfterDue => "Counted in school time from when it should have been done.",
        _ => "Counted day and night from the moment it came in.",
    };
}
