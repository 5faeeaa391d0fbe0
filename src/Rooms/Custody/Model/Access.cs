namespace Lifeguard.Custody.Model;

/// <summary>Somebody who could use a computer or device, so that the police are given the whole list. Written once and never changed.</summary>
internal sealed class Access
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid ItemId { get; init; }

    public required string Person { get; init; }

    /// <summary>What they are here.</summary>
    public required string Role { get; init; }

    public string? LogIn { get; init; }

    /// <summary>What kind of access: its own account, a shared one, administrator, hands on it.</summary>
    public required string How { get; init; }

    public required string Period { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required string ByName { get; init; }
}
