namespace Lifeguard.Organisation.Contracts;

/// <summary>What a higher room knows of a human being that whoever keeps the people may read: never anything of a record.</summary>
public interface IPersonPanel
{
    /// <param name="org">The organisation of the record that is shown.</param>
    Task<IReadOnlyList<PersonFact>> FactsAsync(Guid identity, Guid org, CancellationToken stop);

    /// <summary>Whether this human being can sign in.</summary>
    Task<bool> HasWayInAsync(Guid identity, CancellationToken stop);
}

/// <param name="Label">As the line begins: "Account".</param>
public sealed record PersonFact(string Label, string Text);
