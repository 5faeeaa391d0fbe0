using System.Collections.Concurrent;
using System.Net;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>Makes askers and keeps them: one for each account, one for each range, one for who is known by nothing.</summary>
internal sealed class Askers
{
    private const int MostKept = 50_000;

    private readonly Policy _policy;
    private readonly Overlay _overlay;
    private readonly ExceptionRule[] _exceptions;
    private readonly Asker[] _byRange;
    private readonly Asker _lowest;
    private readonly ConcurrentDictionary<string, Asker> _byAccount = new(StringComparer.OrdinalIgnoreCase);

    public Askers(Policy policy, Overlay overlay, ExceptionRule[] exceptions)
    {
        _policy = policy;
        _overlay = overlay;
        _exceptions = exceptions;
        _lowest = Make(policy.Lowest, null, [], AskerSource.Lowest, null);
        _byRange = [.. policy.Ranges.Select(one => Make(one.Level, null, [], AskerSource.Range, one.Range.ToString()))];
    }

    public Asker At(Level level) => Make(level, null, [], AskerSource.Range, level.Name);

    public Asker For(string? account, IPAddress address, DateTimeOffset now)
    {
        if (account is { Length: > 0 })
        {
            if (_byAccount.TryGetValue(account, out var known) && !(known.Until <= now)) return known;
            if (known is null && OfAccount(account) is { } asker && !(asker.Until <= now))
            {
                // Names come from outside; whoever makes them up must not fill the memory.
                if (_byAccount.Count >= MostKept) _byAccount.Clear();
                _byAccount[account] = asker;
                return asker;
            }
        }

        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        for (var at = 0; at < _policy.Ranges.Count; at++)
        {
            if (_policy.Ranges[at].Range.BaseAddress.AddressFamily == address.AddressFamily && _policy.Ranges[at].Range.Contains(address)) return account is null ? _byRange[at] : Named(_byRange[at], account);
        }

        return account is null ? _lowest : Named(_lowest, account);
    }

    /// <summary>Somebody who is signed in, but of whom the policy knows nothing: their address says the level, their name is written down.</summary>
    private Asker Named(Asker like, string account) => Make(like.Level, account, [], like.Source, like.SourceName);

    private Asker? OfAccount(string account)
    {
        if (!_overlay.People.TryGetValue(account, out var person)) return null;
        var first = _policy.Groups.FirstOrDefault(group => person.Groups.Contains(group.Name));
        var ordered = _policy.Groups.Where(group => person.Groups.Contains(group.Name)).Select(group => group.Name).ToArray();
        if (person.Level is { } own) return Make(own, account, ordered, AskerSource.Person, account, person.Until);
        return first.Level is null ? null : Make(first.Level, account, ordered, AskerSource.Group, first.Name, person.Until);
    }

    private Asker Make(Level level, string? person, IReadOnlyList<string> groups, AskerSource source, string? name, DateTimeOffset? until = null)
    {
        var reaches = new byte[_exceptions.Length];
        for (var at = 0; at < reaches.Length; at++) reaches[at] = (byte)ReachOf(_exceptions[at], level, person, groups);
        return new Asker(level, person, groups, person is not null || source is AskerSource.Range, source, name, reaches) { Until = until };
    }

    private static Reach ReachOf(ExceptionRule rule, Level level, string? person, IReadOnlyList<string> groups) => rule.Reach switch
    {
        Reach.Everybody => Reach.Everybody,
        Reach.Level when rule.For == level.Name => Reach.Level,
        Reach.Group when groups.Contains(rule.For!) => Reach.Group,
        Reach.Person when string.Equals(rule.For, person, StringComparison.OrdinalIgnoreCase) => Reach.Person,
        _ => Reach.None,
    };
}
