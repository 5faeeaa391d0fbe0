namespace Lifeguard.Organisation.Contracts;

/// <summary>Local agencies of an organisation, its own before its parents'.</summary>
public interface IAgencies
{
    /// <param name="kinds">Kinds wanted such as <c>lado</c> or <c>social-care</c>; empty for all.</param>
    Task<IReadOnlyList<AgencyCard>> ForAsync(Guid org, IReadOnlyCollection<string> kinds, CancellationToken stop);

    /// <summary>The same of every kind for many organisations at once.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<AgencyCard>>> ForEachAsync(IReadOnlyCollection<Guid> orgs, CancellationToken stop);
}
