using System.Net;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>Somebody as whom the gateway is asked.</summary>
/// <param name="NotAsked">Why nobody can be asked in their place.</param>
internal sealed record CheckAsker(string Who, string Level, string How, string? Account, IPAddress? Address, string? NotAsked = null);

/// <summary>
/// As whom a check asks: for each group and level of the policy, and for whoever nobody knows. Never as a real person: what is asked is written
/// down, and a pupil's name must not stand beside the address of the check. So it is a test account that the check's file names, or an
/// address of a range, with a name that says what it is.
/// </summary>
internal static class CheckAskers
{
    /// <summary>What the log says of questions that are asked from an address of a range.</summary>
    public const string Account = "filter-check";

    // Kept for documentation: no device has them.
    private static readonly IPAddress[] Nobodys = [IPAddress.Parse("192.0.2.254"), IPAddress.Parse("198.51.100.254"), IPAddress.Parse("203.0.113.254"), IPAddress.Parse("2001:db8::fe")];

    public static IReadOnlyList<CheckAsker> Of(Filter filter, CheckQuestions questions, DateTimeOffset now)
    {
        var policy = filter.Policy;
        return [.. policy.Groups.Select(group => Group(filter, questions, group.Name, group.Level, now)), .. policy.Levels.Select(level => Level(filter, questions, level, now)), Unknown(filter, now)];
    }

    /// <summary>Whom the gateway takes somebody for who comes from an address, where nobody signs in.</summary>
    public static Level LevelFrom(Filter filter, IPAddress address, DateTimeOffset now) => filter.AskerFor(null, address, now).Level;

    private static CheckAsker Group(Filter filter, CheckQuestions questions, string name, Level level, DateTimeOffset now)
    {
        if (questions.Accounts.TryGetValue(name, out var account))
        {
            var asker = filter.AskerFor(account, IPAddress.None, now);
            return asker.Groups.Contains(name)
                ? new(name, asker.Level.Name, $"as the account {account}, which is in this group", account, null)
                : new(name, level.Name, "", null, null, $"the account {account} of {CheckQuestions.FileName} is not in this group now.");
        }

        if (AddressAt(filter, level, now) is not { } address)
            return new(name, level.Name, "", null, null, $"the policy knows no address of its level. Name a test account: a line \"as\", {name} and the account in {CheckQuestions.FileName}.");
        var own = filter.Policy.Exceptions.Concat(filter.Overlay.Exceptions).Count(rule => rule.Reach is Reach.Group && rule.For == name && rule.Holds(now));
        return new(name, level.Name, $"at its level, from {address}{(own == 0 ? "" : $"; what holds for this group alone was not asked ({own})")}", Account, address);
    }

    private static CheckAsker Level(Filter filter, CheckQuestions questions, Level level, DateTimeOffset now)
    {
        // Also an account that stands for a group of this level.
        foreach (var account in questions.Accounts.Where(one => one.Key == level.Name).Concat(questions.Accounts).Select(one => one.Value))
            if (filter.AskerFor(account, IPAddress.None, now) is { Source: AskerSource.Person or AskerSource.Group } asker && asker.Level == level) return new($"level {level.Name}", level.Name, $"as the account {account}, which has this level", account, null);

        if (AddressAt(filter, level, now) is { } address) return new($"level {level.Name}", level.Name, $"from {address}, which has this level", Account, address);
        return level == filter.Policy.Lowest && Nobody(filter, now) is { } nobody
            ? new($"level {level.Name}", level.Name, $"from {nobody}, of which the policy knows nothing", null, nobody)
            : new($"level {level.Name}", level.Name, "", null, null, $"the policy gives it to no address. Name a test account: a line \"as\", {level.Name} and the account in {CheckQuestions.FileName}.");
    }

    private static CheckAsker Unknown(Filter filter, DateTimeOffset now) => Nobody(filter, now) is { } address
        ? new("who nobody knows", filter.Policy.Lowest.Name, $"from {address}, of which the policy knows nothing", null, address)
        : new("who nobody knows", filter.Policy.Lowest.Name, "", null, null, "the policy gives a level to every address there is.");

    private static IPAddress? Nobody(Filter filter, DateTimeOffset now) => Nobodys.FirstOrDefault(address => filter.AskerFor(null, address, now).Source is AskerSource.Lowest);

    /// <summary>The first or the last of a range, unless a narrower range within it says something else.</summary>
    private static IPAddress? AddressAt(Filter filter, Level level, DateTimeOffset now) => filter.Policy.Ranges.Where(range => range.Level == level).SelectMany(range => Ends(range.Range))
        .FirstOrDefault(address => filter.AskerFor(null, address, now) is { Source: AskerSource.Range } asker && asker.Level == level);

    private static IEnumerable<IPAddress> Ends(IPNetwork range)
    {
        yield return range.BaseAddress;
        var bytes = range.BaseAddress.GetAddressBytes();
        for (var bit = range.PrefixLength; bit < bytes.Length * 8; bit++) bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        yield return new IPAddress(bytes);
    }
}
