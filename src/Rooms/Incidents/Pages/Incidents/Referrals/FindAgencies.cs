using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

/// <summary>Whom a school may ask or tell: its own contacts with their numbers first, then every kind there is.</summary>
internal sealed class FindAgencies(IAgencies agencies, IReference reference, IWorkingTime workingTime, TimeProvider clock)
{
    private const string Local = "local:";

    public async Task<IReadOnlyList<AgencyShown>> OfAsync(Guid school, CancellationToken stop)
    {
        var (now, nation) = (clock.GetUtcNow(), (await workingTime.ForAsync(school, stop)).Nation);
        var local = (await agencies.ForAsync(school, [], stop))
            .Select(card => new AgencyShown($"{Local}{card.Kind}:{card.Name}", card.Kind, card.Name, card.Telephone,
                Answered(card, now, nation), null, IsLocal: true, NeedsName: false));
        var national = reference.Choices(ChoiceList.AgencyKinds).Select(kind =>
        {
            var line = kind.Contact is null ? null : reference.Helpline(kind.Contact);
            return new AgencyShown(kind.Key, kind.Key, kind.Label, line?.Number ?? line?.Web, line?.OpenWhen, kind.Hint, IsLocal: false, kind.NeedsWords);
        });
        return [.. local, .. national];
    }

    // Whether somebody answers at this minute is what matters before a call. Hours that nobody can read are shown as they stand.
    private static string Answered(AgencyCard card, DateTimeOffset now, NationCalendar nation)
    {
        if (card.Hours.Length == 0) return "at any hour";
        if (!OpeningHours.TryParse(card.Hours, out var hours, out _)) return card.Hours;
        if (hours.IsOpen(now, nation)) return "open now";
        return hours.NextOpening(now, nation) is { } next ? $"{AgencyShown.ClosedNow}, opens {UkTime.InWords(next)}" : AgencyShown.ClosedNow;
    }
}

/// <param name="Value">What the form sends; everything else is looked up again.</param>
internal sealed record AgencyShown(string Value, string Kind, string Name, string? Number, string? When, string? Hint, bool IsLocal, bool NeedsName)
{
    public const string ClosedNow = "closed now";

    public bool IsClosedNow => When?.StartsWith(ClosedNow, StringComparison.Ordinal) is true;

    /// <summary>As a telephone dials it; null where it is an address on the web.</summary>
    public string? Dial => Number is not null && Number.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '(' or ')' or '-') ? new HelpContact(Name, Number, "").Dial : null;
}
