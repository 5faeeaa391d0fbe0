using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>A number to ring, with the hours in words: paper does not know what time it is.</summary>
internal sealed record NumberOnPaper(string Whom, string Number, string When);

internal sealed record BlankSheet(string SchoolName, DateTimeOffset PrintedAt, IReadOnlyList<NumberOnPaper> Numbers);

/// <summary>Gathers what the blank form says of the school: its name, and whom to ring.</summary>
internal sealed class FindBlank(IOrganisations organisations, IAgencies agencies, DeskHolders holders, IReference reference, TimeProvider clock)
{
    // On the wall of a staff room: for the worst hour first, for a child who asks last.
    private static readonly string[] National = ["police-101", "childline", "nspcc", "samaritans"];

    private static readonly (string Kind, string Words)[] Local =
    [
        (AgencyKinds.SocialCare, "Children's social care"),
        (AgencyKinds.SocialCareOutOfHours, "Children's social care, out of hours"),
        (AgencyKinds.Lado, "About an adult who works here (LADO)"),
    ];

    public async Task<BlankSheet> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var school = await organisations.GetAsync(viewer.Home, stop);
        List<NumberOnPaper> numbers = [];
        if (reference.Helpline("police-999") is { Number: { } emergency } line) numbers.Add(new("Danger now: police, ambulance, fire", emergency, line.OpenWhen));
        if (school is not null) numbers.Add(await LeadAsync(school, stop));
        var known = await agencies.ForAsync(viewer.Home, [.. Local.Select(one => one.Kind)], stop);
        foreach (var (kind, words) in Local)
        {
            var card = known.FirstOrDefault(one => one.Kind == kind);
            numbers.Add(card is null ? new(words, "", "Write the number here") : new($"{words}\n{card.Name}", card.Telephone, card.Hours.Length == 0 ? "At any hour" : card.Hours));
        }

        numbers.AddRange(National.Select(reference.Helpline).OfType<Helpline>().Where(one => one.Number is not null).Select(one => new NumberOnPaper(one.Name, one.Number!, one.OpenWhen)));
        return new BlankSheet(school?.Name ?? "", clock.GetUtcNow(), numbers);
    }

    private async Task<NumberOnPaper> LeadAsync(OrganisationCard school, CancellationToken stop)
    {
        var leads = await holders.InRolesAsync(school.Id, [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead], stop);
        var names = string.Join("\n", leads.Where(one => one.Org == school.Id).OrderBy(one => one.Role).Select(one => one.Name).Distinct());
        return new("Safeguarding lead (DSL)" + (names.Length == 0 ? "" : "\n" + names), school.Telephone ?? "", school.Telephone is null ? "Write the number here" : "In school. Tell them yourself");
    }
}
