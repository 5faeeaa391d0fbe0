using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Whom somebody in this school can ring at this minute.</summary>
internal sealed class NumbersToRing(INumbersNow now, IAgencies agencies, IReference reference, IOnDuty onDuty, DeskHolders holders, TimeProvider clock)
{
    /// <summary>999, whoever is on duty, children's social care as it is open now, then the safeguarding lead.</summary>
    /// <param name="withNames">Whether the reader may see who the safeguarding lead is; a stranger with a poster's code may not.</param>
    public async Task<IReadOnlyList<HelpContact>> NowAsync(OrganisationCard school, bool withNames, CancellationToken stop)
    {
        List<HelpContact> numbers = [now.Emergency, .. await OnDutyAsync(school.Id, withNames, _ => true, stop)];
        if (await now.SocialCareAsync(school.Id, stop) is { } care) numbers.Add(care);
        if (school.Telephone is { Length: > 0 } telephone)
            numbers.Add(new HelpContact(await LeadAsync(school.Id, withNames, stop), telephone, "Tell them yourself, or send somebody to find them"));
        return numbers;
    }

    /// <summary>Whoever is on duty and gave a number to ring.</summary>
    /// <param name="may">Who may be told of what is reported: never somebody whom a record is kept from.</param>
    public async Task<IReadOnlyList<HelpContact>> OnDutyAsync(Guid school, bool withNames, Func<Guid, bool> may, CancellationToken stop) =>
        [.. (await onDuty.AtAsync(school, clock.GetUtcNow(), stop)).Where(one => one.Telephone is not null && may(one.IdentityId)).Select(one =>
            new HelpContact(withNames ? $"{one.Name}, on duty for safeguarding" : "The safeguarding lead on duty", one.Telephone!, $"On duty until {UkTime.InWords(one.Until)}"))];

    /// <summary>What anybody may ring without asking: social care, the police, the authority's designated officer.</summary>
    public async Task<IReadOnlyList<HelpContact>> AnybodyMayRingAsync(OrganisationCard school, CancellationToken stop)
    {
        List<HelpContact> numbers = [now.Emergency];
        if (await now.SocialCareAsync(school.Id, stop) is { } care) numbers.Add(care);
        if (reference.Helpline("police-101") is { Number: { } police } line) numbers.Add(new HelpContact(line.Name, police, line.OpenWhen));
        numbers.AddRange(await AuthorityAsync(school, stop));
        return numbers;
    }

    /// <summary>The local authority's designated officer for allegations (LADO).</summary>
    public async Task<IReadOnlyList<HelpContact>> AuthorityAsync(OrganisationCard school, CancellationToken stop) =>
        [.. (await agencies.ForAsync(school.Id, [AgencyKinds.Lado], stop)).Take(1).Select(one =>
            new HelpContact(one.Name, one.Telephone, $"Allegations against adults who work with children. {(one.Hours.Length == 0 ? "At any hour" : one.Hours)}"))];

    private async Task<string> LeadAsync(Guid school, bool withNames, CancellationToken stop)
    {
        var leads = withNames ? (await holders.OfAsync(school, stop))[Desk.SafeguardingTeam].Where(one => one.Role != Role.TrustSafeguardingLead).Select(one => one.Name).ToList() : [];
        return leads.Count == 0 ? "The school: ask for the safeguarding lead" : $"The safeguarding lead: {string.Join(", or ", leads.Take(3))}";
    }
}
