using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>Parents and relatives of a child as the roster has them, to be chosen as carers.</summary>
internal sealed class FindFamily(IPeople people)
{
    public async Task<IReadOnlyList<PersonCard>> OfAsync(Guid child, CancellationToken stop)
    {
        var family = await people.RelativesOfAsync([child], stop);
        return family.Count == 0 ? [] : [.. (await people.RowsOfAsync(family, stop)).Where(one => one.Kind is not PersonKind.Pupil).DistinctBy(one => one.IdentityId).OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }
}
