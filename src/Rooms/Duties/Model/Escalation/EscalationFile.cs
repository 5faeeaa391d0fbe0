using System.Text.Json.Serialization;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Duties.Model.Escalation;

internal enum ChainClock
{
    [JsonStringEnumMemberName("always")]
    Always,
    [JsonStringEnumMemberName("school-time")]
    SchoolTime,

    /// <summary>School time as well, counted from when it was due: for what has days to be done in.</summary>
    [JsonStringEnumMemberName("school-time-after-due")]
    SchoolTimeAfterDue,
}

/// <summary>A place where duties wait, and the roles whose holders sit there. No roles: the record's own room finds the person.</summary>
/// <param name="Above">The roles are held in an organisation above the school.</param>
internal sealed record Desk(string Key, string Label, IReadOnlyList<Role> Roles, bool Above = false);

/// <param name="Minutes">Since the duty was opened, or was due where the chain's clock says so.</param>
internal sealed record ChainStep(string Desk, int Minutes);

/// <param name="Label">What waits, as a heading.</param>
/// <param name="Longest">The most minutes that an organisation may set for any step.</param>
/// <param name="Urgent">Shown before everything that is not.</param>
internal sealed record Chain(string Key, string Label, ChainClock Clock, int Longest, IReadOnlyList<ChainStep> Steps, bool Urgent = false);

/// <summary>Who is asked next when nobody answers, as data.</summary>
internal sealed record EscalationFile(string Source, DateOnly CheckedOn, IReadOnlyList<Desk> Desks, IReadOnlyList<Chain> Chains)
{
    public IEnumerable<string> Faults()
    {
        var desks = Desks.Select(desk => desk.Key).ToHashSet();
        if (desks.Count != Desks.Count) yield return "escalation-chains.json: a desk stands there twice";
        if (Chains.Select(chain => chain.Key).Distinct().Count() != Chains.Count) yield return "escalation-chains.json: a chain stands there twice";
        foreach (var chain in Chains)
        {
            foreach (var step in chain.Steps.Where(step => !desks.Contains(step.Desk))) yield return $"escalation-chains.json: {chain.Key}: no desk '{step.Desk}'";
            if (FaultOf(chain, [.. chain.Steps.Select(step => step.Minutes)]) is { } fault) yield return $"escalation-chains.json: {chain.Key}: {fault}";
        }
    }

    /// <summary>Why these minutes do not fit the chain, or null.</summary>
    public static string? FaultOf(Chain chain, IReadOnlyList<int> minutes)
    {
        if (minutes.Count == 0 || minutes.Count != chain.Steps.Count) return "there is not one number of minutes for each step";
        if (minutes[0] < 1 || minutes.Zip(minutes.Skip(1)).Any(pair => pair.Second <= pair.First)) return "each step comes later than the one before";
        return minutes[^1] > chain.Longest ? $"the last step comes within {chain.Longest} minutes" : null;
    }
}
