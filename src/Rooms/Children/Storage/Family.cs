using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Almanac;

namespace Lifeguard.Children.Storage;

/// <summary>
/// Parents, children and other relatives of somebody in the roster. Asked at every page of the team, and changed a few times a year: kept
/// with the edition of people and relations, so that a relation entered now counts at the next click.
/// </summary>
internal sealed class Family(IPeople people, Almanac almanac)
{
    public async Task<IReadOnlySet<Guid>> OfAsync(Guid identity, CancellationToken stop) => await almanac.ReadAsync($"family of {identity}", () => people.RelativesOfAsync([identity], stop));
}
