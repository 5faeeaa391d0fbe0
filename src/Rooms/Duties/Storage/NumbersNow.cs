using Lifeguard.Duties.Contracts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui;

namespace Lifeguard.Duties.Storage;

internal sealed class NumbersNow(IAgencies agencies, IWorkingTime working, IReference reference, TimeProvider clock) : INumbersNow
{
    private static readonly string[] SocialCare = [AgencyKinds.SocialCare, AgencyKinds.SocialCareOutOfHours];

    public HelpContact Emergency =>
        reference.Helpline("police-999") is { Number: { } number } line ? new HelpContact(line.Name, number, "Danger now: police, ambulance, fire") : HelpContact.Always[0];

    public async Task<HelpContact?> SocialCareAsync(Guid school, CancellationToken stop)
    {
        var known = await agencies.ForAsync(school, SocialCare, stop);
        if (known.Count == 0) return null;

        var nation = (await working.ForAsync(school, stop)).Nation;
        var best = known.OrderBy(one => Array.IndexOf(SocialCare, one.Kind));
        var open = best.FirstOrDefault(one => Hours(one).IsOpen(clock.GetUtcNow(), nation));
        return open is null
            ? new HelpContact(best.First().Name, best.First().Telephone, $"Closed now. Open {best.First().Hours}. Until then ring 999 or the police on 101")
            : new HelpContact(open.Name, open.Telephone, "Children's social care: this number is open now");
    }

    // Hours that nobody can read must not hide a number.
    private static OpeningHours Hours(AgencyCard card) => OpeningHours.TryParse(card.Hours, out var hours, out _) ? hours : OpeningHours.Always;
}
