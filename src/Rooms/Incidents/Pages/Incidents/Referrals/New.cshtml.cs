using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

[Needs(IncidentPermissions.Work)]
internal sealed class NewModel(RecordReferral recordReferral, FindAgencies findAgencies, IWorkingTime workingTime, Store store, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    /// <summary>What a plan asks for, where it is recorded from there.</summary>
    [FromQuery] public Guid? Item { get; set; }

    [FromQuery] public Guid? Run { get; set; }

    [BindProperty] public ReferralKind? What { get; set; }
    [BindProperty] public string? Agency { get; set; }
    [BindProperty] public string? AgencyName { get; set; }
    [BindProperty] public string? SpokenTo { get; set; }
    [BindProperty] public DateParts SpokenOn { get; set; }
    [BindProperty] public string? SpokenTime { get; set; }
    [BindProperty] public string? TheirReference { get; set; }
    [BindProperty] public string? Advice { get; set; }
    [BindProperty] public string? Shared { get; set; }
    [BindProperty] public string? Reasons { get; set; }
    [BindProperty] public bool? HeadConsulted { get; set; }
    [BindProperty] public DateParts AskAgainOn { get; set; }

    public IReadOnlyList<AgencyShown> Agencies { get; private set; } = [];

    /// <summary>This allegation has to reach the designated officer, and no contact is recorded yet.</summary>
    public bool OwesAuthority { get; private set; }

    public IEnumerable<SelectListItem> AgencyItems => Agencies.Select(one => new SelectListItem(one.IsLocal ? $"{one.Name} ({one.Number})" : one.Name, one.Value));

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Agencies = await findAgencies.OfAsync(heading.Org, stop);
        OwesAuthority = heading.RecordKind == RecordKind.Allegation
            && await store.Set<Incident>().AnyAsync(one => one.Id == heading.Id && one.TellsAuthority, stop)
            && !await store.Set<Referral>().AnyAsync(one => one.IncidentId == heading.Id && one.Agency == "lado", stop);
        return true;
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Item is { } id && await store.Set<RunItem>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.IncidentId == Heading!.Id, stop) is { } item)
        {
            What = ReferralKind.Referral;
            Agency = Likeliest(PlanAgencies.KindsOf(item.Key));
            Reasons = item.Because;
        }

        var now = clock.GetUtcNow();
        SpokenOn = DateParts.From(UkTime.DateOf(now));
        SpokenTime = UkTime.ForBox(now);
        AskAgainOn = DateParts.From(await workingTime.AskAgainAsync(Heading!.Org, now, stop));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(What, nameof(What), "Select what was decided");
        var isNone = What == ReferralKind.NoReferral;
        var agency = isNone ? null : ReadAgency();
        var name = Words(AgencyName, nameof(AgencyName), OneLine, "The name of the agency");
        RequireThat(isNone || agency is not { NeedsName: true } || name is not null, nameof(AgencyName), "Enter the name of the agency");
        var spokenTo = Words(SpokenTo, nameof(SpokenTo), OneLine, "Who was spoken to");
        var theirReference = Words(TheirReference, nameof(TheirReference), OneLine, "Their reference");
        var advice = Words(Advice, nameof(Advice), FewSentences, "The advice");
        var shared = Words(Shared, nameof(Shared), FewSentences, "What was shared");
        var at = PastMoment(SpokenOn, nameof(SpokenOn), SpokenTime, nameof(SpokenTime), "The day", clock.GetUtcNow());
        var reasons = WordsNeeded(Reasons, nameof(Reasons), FewSentences, "The reasons", "Give the reasons for the decision");
        // Advice that was given on the spot, and the decision to ask nobody, leave nothing to wait for.
        var awaits = What is ReferralKind.Referral or ReferralKind.Report || (What is ReferralKind.Advice && advice is null);
        var again = awaits ? ComingDay(AskAgainOn, nameof(AskAgainOn), "The day on which you ask again", UkTime.DateOf(clock.GetUtcNow())) : null;
        Require(HeadConsulted, nameof(HeadConsulted), "Select whether the head was consulted");
        if (!ModelState.IsValid) return Page();

        var answers = new ReferralAnswers
        {
            What = What!.Value,
            Agency = agency?.Kind ?? Referral.Nobody,
            AgencyName = isNone ? "Nobody" : name ?? agency!.Name,
            SpokenTo = isNone ? null : spokenTo,
            At = at!.Value,
            TheirReference = isNone ? null : theirReference,
            Advice = isNone ? null : advice,
            Shared = isNone ? null : shared,
            Reasons = reasons!,
            HeadConsulted = HeadConsulted!.Value,
            AskAgainOn = again,
        };
        return Answer(await OnceAsync(() => recordReferral.RunAsync(Viewer, Reference, answers, stop), stop), () => RedirectWithBanner(BackTo(Run), "The decision is recorded"));
    }

    // Whoever answers at this minute goes before the usual one: it is the call that is being written down.
    private string? Likeliest(IReadOnlyList<string> kinds)
    {
        var could = kinds.SelectMany(kind => Agencies.Where(one => one.Kind == kind)).ToList();
        return (could.Find(one => !one.IsClosedNow) ?? could.FirstOrDefault())?.Value;
    }

    private AgencyShown? ReadAgency()
    {
        Require(Agency, nameof(Agency), "Select the agency");
        var chosen = Agencies.FirstOrDefault(one => one.Value == Agency);
        Demand(string.IsNullOrEmpty(Agency) || chosen is not null, nameof(Agency));
        return chosen;
    }
}
