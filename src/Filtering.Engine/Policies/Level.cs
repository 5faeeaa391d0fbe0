namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>Whose words a block page uses.</summary>
public enum PageWording : byte
{
    /// <summary>For children up to seven: few words, pictures.</summary>
    Youngest,

    /// <summary>Reading age of nine.</summary>
    Child,
    Teenager,
    Adult,
}

/// <summary>How much of what video sites themselves hold back is asked for.</summary>
public enum VideoStrength : byte
{
    Off,
    Moderate,
    Strict,
}

/// <summary>What one age group or role may open.</summary>
public sealed class Level
{
    /// <summary>Its key in the policy, such as <c>ks2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As people read it: "Years 3 to 6".</summary>
    public required string Title { get; init; }

    /// <summary>For pupils everything that fails is closed, and some doors can never be opened. Guests count as pupils.</summary>
    public required bool IsForPupils { get; init; }
    public required PageWording Wording { get; init; }

    /// <summary>Its place in the policy.</summary>
    public required int Index { get; init; }

    /// <summary>The line on which the policy describes it.</summary>
    public required int Line { get; init; }

    /// <summary>Whether the filter may let this level through while it cannot decide. Never for pupils.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>Blocked categories, by their place in the policy.</summary>
    public IReadOnlyList<int> Blocked { get; init; } = [];

    /// <summary>Own lists that are blocked, opened, or all there is.</summary>
    public IReadOnlyList<int> OwnBlocked { get; init; } = [];
    public IReadOnlyList<int> OwnOpened { get; init; } = [];
    public IReadOnlyList<int> Garden { get; init; } = [];
    public IReadOnlyList<TimeRule> Times { get; init; } = [];

    /// <summary>Addresses that no list knows wait until somebody has looked at them.</summary>
    public bool HoldsUnknown { get; init; }
    public bool SafeSearch { get; init; }
    public VideoStrength Video { get; init; }

    /// <summary>Lists of words that count here, by their place in the policy.</summary>
    public IReadOnlyList<int> Words { get; init; } = [];

    /// <summary>How heavy a page's words may weigh; null where pages are not read.</summary>
    public int? PageLimit { get; init; }

    /// <summary>Endings of files that are not fetched, without their dot.</summary>
    public IReadOnlyList<string> BlockedDownloads { get; init; } = [];
    public bool OpensNumbers { get; init; }
    public bool OpensNamelessTunnels { get; init; }
    public IReadOnlyList<int> Ports { get; init; } = [80, 443];
}

/// <summary>What is different at a level during a time.</summary>
public sealed record TimeRule(TimeWindow Window, bool IsClosed, IReadOnlyList<int> Blocks, IReadOnlyList<int> Opens, int Line);

/// <summary>Hours of a week, also across midnight: Friday 22:00 to 06:00 ends on Saturday.</summary>
public sealed record TimeWindow(string Name, IReadOnlyList<int> Days, int FromMinute, int ToMinute, int Line)
{
    /// <param name="minuteOfWeek">Monday 00:00 is 0.</param>
    public bool Holds(int minuteOfWeek)
    {
        var (day, minute) = (minuteOfWeek / 1440, minuteOfWeek % 1440);
        if (FromMinute < ToMinute) return Days.Contains(day) && minute >= FromMinute && minute < ToMinute;
        return Days.Contains(day) && minute >= FromMinute || Days.Contains((day + 6) % 7) && minute < ToMinute;
    }
}

/// <summary>A kind of content, and the lists that stand for it.</summary>
/// <param name="IsLocked">No exception opens it, for pupils.</param>
public sealed record Category(string Name, string Title, IReadOnlyList<string> Lists, bool IsLocked, int Line);

/// <summary>Addresses that the school gathered itself.</summary>
public sealed record OwnList(string Name, string Title, IReadOnlyList<OwnEntry> Entries, Decision Decision, int Line);

/// <summary>A host, or a path below one; canonical.</summary>
public sealed record OwnEntry(string Host, string Path, int Line)
{
    public override string ToString() => Host + Path;
}

/// <summary>Who decided something, when and why, as the policy says it.</summary>
public sealed record Decision(string? By, DateOnly? Since, string? Why)
{
    public static Decision None { get; } = new(null, null, null);
}

/// <summary>Words that are blocked, or noted, where they are searched for or stand in an address.</summary>
public sealed record WordList(string Name, string Title, bool Blocks, bool InSearches, bool InAddresses, IReadOnlyList<string> Phrases, IReadOnlyList<string> Except, int Line);

/// <summary>On whose behalf an exception holds, the narrower the greater.</summary>
public enum Reach : byte
{
    None,
    Everybody,
    Level,
    Group,
    Person,
}

/// <summary>An address opened or blocked for some and for a time, against what else would be said.</summary>
public sealed record ExceptionRule(
    OwnEntry Entry, bool Opens, Reach Reach, string? For, DateTimeOffset? From, DateTimeOffset? Until, Decision Decision, string File, int Line)
{
    public bool Holds(DateTimeOffset now) => (From is not { } from || now >= from) && (Until is not { } until || now < until);
}
