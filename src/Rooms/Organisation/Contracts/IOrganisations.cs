namespace Lifeguard.Organisation.Contracts;

/// <summary>The tree of organisations. Names only: it stands before the second wall.</summary>
public interface IOrganisations
{
    Task<OrganisationCard?> GetAsync(Guid id, CancellationToken stop);

    /// <summary>The one whose code this is, typed in any case, with or without spaces and dashes.</summary>
    Task<OrganisationCard?> ByReportCodeAsync(string code, CancellationToken stop);

    /// <summary>This organisation and all below it.</summary>
    Task<IReadOnlyList<Guid>> WithDescendantsAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>From the parent upwards.</summary>
    Task<IReadOnlyList<OrganisationCard>> AncestorsAsync(Guid id, CancellationToken stop);

    Task<IReadOnlyList<OrganisationCard>> AllAsync(CancellationToken stop);
}
