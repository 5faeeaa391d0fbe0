using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

/// <summary>Whom a school may ask or tell: its own contacts with their numbers first, then every kind there is.</summary>
internal sealed class FindAgencies(IAgencies agencies, IReference reference)
{
    private const string Local = "local:";

    public async Task<IReadOnlyList<AgencyShown>> OfAsync(Guid school, CancellationToken stop)
    {
        var local = (await agencies.ForAsync(school, [], stop))
            .Select(card => new AgencyShown($"{Local}{card.Kind}:{card.Name}", card.Kind, card.Name, card.Telephone,
                card.Hours.Length == 0 ? "at any hour" : card.Hours, null, IsLocal: true, NeedsName: false));
        var national = reference.Choices(ChoiceList.AgencyKinds).Select(kind =>
        {
            var line = kind.Contact is null ? null : reference.Helpline(kind.Contact);
            return new AgencyShown(kind.Key, kind.Key, kind.Label, line?.Number ?? line?.Web, line?.OpenWhen, kind.Hint, IsLocal: false, kind.NeedsWords);
        });
        return [.. local, .. national];
    }
}

/// <param name="Value">What the form sends; everything else is looked up again.</param>
internal sealed record AgencyShown(string Value, string Kind, string Name, string? Number, string? When, string? Hint, bool IsLocal, bool NeedsName);
