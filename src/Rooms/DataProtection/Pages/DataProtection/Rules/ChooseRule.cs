using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Rules;

/// <summary>A school chooses a period, or says that the usual one is its own.</summary>
internal sealed class ChooseRule(Store store, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid org, string kept, RetentionBasis basis, int years, CancellationToken stop)
    {
        var deed = viewer.Deed(org, clock.GetUtcNow());
        var rule = await store.Set<RetentionRule>().SingleOrDefaultAsync(one => one.Org == org && one.Class == kept, stop);
        if (rule is null) store.Add(rule = new RetentionRule { Org = org, Class = kept });
        var outcome = rule.Choose(basis, years, deed);
        return outcome.IsDone
            ? await store.CommitAsync(deed, new RetentionChosen(new RecordRef("organisation", org), kept, RuleInForce.WordsOf(basis, years)), stop)
            : outcome;
    }
}
