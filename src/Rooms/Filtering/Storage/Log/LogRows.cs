namespace Lifeguard.Filtering.Storage.Log;

// What the log writes once and names by a number. Every row says to which organisation's gate it belongs, so each lies behind the second wall.

/// <summary>The organisation of a gate. Raw rows carry its number.</summary>
internal sealed class GatePlace
{
    public required Guid Org { get; init; }
    public short Number { get; init; }

    /// <summary>When the site last looked how its gateways stand.</summary>
    public DateTimeOffset? LookedAt { get; init; }
}

/// <summary>An account's name as the gate knows it; the empty name stands for whoever is not known.</summary>
internal sealed class GatePerson
{
    public int Id { get; init; }
    public required Guid Org { get; init; }
    public required string Name { get; init; }
}

/// <summary>On whose behalf something was decided: person, address, level and how sure that was.</summary>
internal sealed class GateAsker
{
    public int Id { get; init; }
    public required Guid Org { get; init; }
    public required int Person { get; init; }
    public required string Client { get; init; }
    public required bool IsSure { get; init; }
    public required string Level { get; init; }
    public required string Gateway { get; init; }

    /// <summary>A day on which it was used; at most a week before the last.</summary>
    public DateOnly UsedOn { get; init; }
}

internal sealed class GateHost
{
    public int Id { get; init; }
    public required Guid Org { get; init; }
    public required string Name { get; init; }

    /// <inheritdoc cref="GateAsker.UsedOn"/>
    public DateOnly UsedOn { get; init; }
}

/// <summary>A category as the policy calls it; the empty name stands for none.</summary>
internal sealed class GateCategory
{
    public int Id { get; init; }
    public required Guid Org { get; init; }
    public required string Name { get; init; }
}

/// <summary>What was decided and why.</summary>
internal sealed class GateDecision
{
    public int Id { get; init; }
    public required Guid Org { get; init; }
    public required int Category { get; init; }
    public required string Action { get; init; }
    public required string Reason { get; init; }
    public required string List { get; init; }
    public required string Rule { get; init; }
}

/// <summary>The raw log as it is read: through its parent, behind the wall.</summary>
internal sealed class GateRequest
{
    public DateTimeOffset At { get; init; }
    public int Asker { get; init; }
    public int Host { get; init; }
    public int Decision { get; init; }
    public short Place { get; init; }
    public required string Path { get; init; }
}

/// <summary>One person's day, added up while it is loaded.</summary>
internal sealed class GatePersonDay
{
    public required Guid Org { get; init; }
    public required int Person { get; init; }
    public required DateOnly Day { get; init; }
    public int Requests { get; init; }
    public int Refused { get; init; }

    /// <summary>By hour, category and action: <see cref="DayTally"/>.</summary>
    public required byte[] Detail { get; init; }
}

/// <summary>Everybody's day in one category.</summary>
internal sealed class GateCategoryDay
{
    public required Guid Org { get; init; }
    public required DateOnly Day { get; init; }
    public required int Category { get; init; }
    public required string Action { get; init; }
    public long Requests { get; init; }
}

/// <summary>A segment of the spool that was loaded: it never is again.</summary>
internal sealed class GateSegment
{
    public required Guid Id { get; init; }
    public required Guid Org { get; init; }
    public required byte[] Digest { get; init; }
    public required string Gateway { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset LoadedAt { get; init; }
    public required int Rows { get; init; }

    /// <summary>How many decisions were lost before it, as the gateway counted.</summary>
    public required long Lost { get; init; }

    /// <summary>How long its decisions took together, and the slowest of them, in microseconds.</summary>
    public required long Took { get; init; }
    public required int Slowest { get; init; }

    /// <summary>Rows of a day that is no longer kept, or has not come yet.</summary>
    public required int OutOfTime { get; init; }
}
