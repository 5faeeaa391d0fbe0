namespace Lifeguard.Organisation.Contracts;

/// <summary>Somebody of the demonstration whom a visitor may be for a while.</summary>
/// <param name="Key">Stable, such as <c>dsl</c> or <c>primary-head</c>.</param>
/// <param name="Says">The line on the start page.</param>
public sealed record DemonstrationPerson(string Key, Guid PersonId, Guid IdentityId, Guid Org, string Name, string Email, string Says);
