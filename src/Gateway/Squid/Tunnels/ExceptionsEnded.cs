using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Gateway.Squid.Tunnels;

/// <summary>
/// Notices that something which was open is so no longer: an exception came to its time or was taken back, or one that blocks began. Tunnels
/// that were opened before know nothing of it. Where no gateway knows which tunnel leads where, it concerns them all.
/// </summary>
/// <param name="folder">The gate's folder; where it holds no policy, nothing is noticed.</param>
internal sealed class ExceptionsEnded(string folder, TimeProvider clock)
{
    private readonly GateExceptions _exceptions = new(folder);
    private HashSet<Rule>? _held;

    /// <summary>True when something has ended since the last look. The first one only learns what holds.</summary>
    public bool Look()
    {
        if (!File.Exists(Path.Combine(folder, GateFolder.PolicyFile)) || _exceptions.Look() is not { } exceptions) return false;
        var now = clock.GetUtcNow();
        HashSet<Rule> holds = [.. exceptions.Where(rule => rule.Holds(now)).Select(Rule.Of)];
        var before = _held;
        _held = holds;
        return before is not null && (before.Any(rule => rule.Opens && !holds.Contains(rule)) || holds.Any(rule => !rule.Opens && !before.Contains(rule)));
    }

    /// <summary>What an exception is about, whatever its time and its reasons.</summary>
    private readonly record struct Rule(string Address, bool Opens, Reach Reach, string? For)
    {
        public static Rule Of(ExceptionRule rule) => new(rule.Entry.ToString(), rule.Opens, rule.Reach, rule.For);
    }
}
