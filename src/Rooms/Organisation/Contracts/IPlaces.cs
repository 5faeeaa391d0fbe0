using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Contracts;

/// <summary>
/// Where somebody acts by a permission of their roles: the organisations of those seats, and all below them. A trust's administrator looks
/// after its schools, whose rows are otherwise closed to them; so the second wall is opened there for that piece of work.
/// </summary>
public interface IPlaces
{
    /// <summary>Opens the wall to these organisations, beside those that the viewer reaches already.</summary>
    /// <param name="permission">Its key. The caller has asked, or the page has, whether the viewer holds it; who does not has no place.</param>
    Task<IReadOnlyList<Guid>> OpenAsync(Viewer viewer, string permission, CancellationToken stop);

    /// <summary>The same with their names, the widest first.</summary>
    Task<IReadOnlyList<OrganisationCard>> CardsAsync(Viewer viewer, string permission, CancellationToken stop);
}
