namespace Lifeguard.Children.Model;

/// <summary>What was decided about a transfer. Kept sealed.</summary>
internal sealed record TransferWords
{
    public string School { get; init; } = "";

    /// <summary>The number of the school in the national register, where it was looked up.</summary>
    public string? Urn { get; init; }

    /// <summary>The safeguarding lead there.</summary>
    public string Recipient { get; init; } = "";

    public SecureRoute Route { get; init; }

    /// <summary>The address or number that the route leads to.</summary>
    public string RouteAddress { get; init; } = "";

    /// <summary>How somebody made sure that it is theirs.</summary>
    public string ConfirmedHow { get; init; } = "";

    public string Reason { get; init; } = "";

    public bool WithFacts { get; init; }

    public IReadOnlyList<Guid> Entries { get; init; } = [];

    public IReadOnlyList<Guid> Records { get; init; } = [];

    /// <summary>The age key that it is sealed to; null for a passphrase.</summary>
    public string? Key { get; init; }

    public string? Passphrase { get; init; }

    public string? Receipt { get; init; }

    /// <summary>Who confirmed that it arrived, and how.</summary>
    public string? ReceivedBy { get; init; }

    public string? ReceivedHow { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Why nothing is sent.</summary>
    public string? NotNeededBecause { get; init; }
}

internal enum SecureRoute
{
    SchoolToSchool,
    SecureMail,
    AuthoritySystem,
    ByHand,
    RecordedPost,
}
