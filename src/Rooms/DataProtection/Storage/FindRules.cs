using Lifeguard.DataProtection.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Storage;

/// <summary>Which rule holds in a school for which class. What nobody has chosen is what the house brings along, and is called so.</summary>
internal sealed class FindRules(Store store, KeptCatalogue catalogue, RetentionFile file)
{
    public async Task<IReadOnlyList<RuleInForce>> OfAsync(Guid org, CancellationToken stop) => (await OfAsync([org], stop))[org];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RuleInForce>>> OfAsync(IReadOnlyCollection<Guid> orgs, CancellationToken stop)
    {
        var own = (await store.Set<RetentionRule>().AsNoTracking().Where(rule => orgs.Contains(rule.Org)).ToListAsync(stop)).ToDictionary(rule => (rule.Org, rule.Class));
        return orgs.Distinct().ToDictionary(org => org, org => (IReadOnlyList<RuleInForce>)[.. file.All.Select(usual =>
        {
            var kept = catalogue.Of(usual.Class);
            return own.GetValueOrDefault((org, kept.Key)) is { } rule
                ? new RuleInForce(kept, usual, rule.Basis, rule.Years, rule.ConfirmedAt, rule.ConfirmedByName)
                : new RuleInForce(kept, usual, usual.Basis, usual.Years, null, null);
        })]);
    }
}
