using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>What the reporter wrote, as it was written. It is never changed; a correction is an entry of its own.</summary>
internal sealed class Report
{
    public required Guid IncidentId { get; init; }

    public required Guid Org { get; init; }

    /// <summary>Null when told through the school's code.</summary>
    public Guid? ReporterIdentity { get; init; }

    public required string ReporterName { get; init; }

    /// <summary>How somebody without an account can be reached.</summary>
    public string? ReporterContact { get; init; }

    public required Danger Danger { get; init; }

    public required string WhatHappened { get; init; }

    public string? ChildsWords { get; init; }

    public string? WhereAndWhen { get; init; }

    public UrlAsText? Address { get; init; }

    public string? DoneAlready { get; init; }

    public string? WhoLooksAfterTheChild { get; init; }

    /// <summary>When it was written down on paper, for an entry made late.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public NpgsqlTypes.NpgsqlTsVector Search { get; private set; } = null!;
}

internal enum Danger
{
    No,
    Yes,
    Unsure,
}
