using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Searchers;

/// <summary>The head's list of staff who may search, and what stands beside every search.</summary>
[Needs(CustodyPermissions.Searchers)]
internal sealed class IndexModel(FindSchools findSchools, NameSearcher nameSearcher, FindNotices findNotices, TimeProvider clock) : SchoolPage(findSchools, clock)
{
    [BindProperty] public string? Name { get; set; }

    [BindProperty] public DateParts First { get; set; }

    [BindProperty] public DateParts Last { get; set; }

    [BindProperty] public string? Training { get; set; }

    [BindProperty] public Guid Entry { get; set; }

    [BindProperty] public string? Policy { get; set; }

    [BindProperty] public string? Complaint { get; set; }

    public IReadOnlyList<NominatedSearcher> Searchers { get; private set; } = [];

    public string Here => At(Links.Searchers);

    protected override string By => CustodyPermissions.Searchers;

    /// <summary>A handler of this page, for this school.</summary>
    public string For(string handler) => Here + (Here.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler;

    protected override async Task<bool> LoadSchoolAsync(OrganisationCard school, CancellationToken stop)
    {
        Searchers = await nameSearcher.OfAsync(school.Id, stop);
        if (Request.HasFormContentType && Policy is not null) return true;
        var notices = await findNotices.OfAsync(school.Id, stop);
        (Policy, Complaint) = (Policy ?? notices.Policy, Complaint ?? notices.Complaint);
        return true;
    }

    public void OnGet() => First = DateParts.From(Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var name = LineNeeded(Name, nameof(Name), "The name", "Type the name of a member of staff");
        var from = RequireDay(First, nameof(First), "The first day");
        var until = Last.IsEmpty ? null : RequireDay(Last, nameof(Last), "The last day");
        RequireThat(from is null || (from >= Today.AddYears(-5) && from <= Today.AddYears(1)), nameof(First), "The first day must be within the last five years, or the coming one");
        RequireThat(from is null || until is null || until >= from, nameof(Last), "The last day must not be before the first");
        var training = LineNeeded(Training, nameof(Training), "The training", "Say which training they had, or when it comes");
        RequireKey();
        if (!ModelState.IsValid) return Page();

        var found = await nameSearcher.FindAsync(School!.Id, name, stop);
        RequireThat(found.Count > 0, nameof(Name), "Nobody on the staff of this school has this name");
        RequireThat(found.Count <= 1, nameof(Name), "Several people have this name: type first name and family name as the staff list has them");
        if (!ModelState.IsValid) return Page();
        return Answer(await nameSearcher.RunAsync(Viewer, School.Id, Submission, found[0], from!.Value, until, training, stop), () => RedirectWithBanner(Here, "They are on the list"));
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken stop) =>
        Answer(await nameSearcher.EndAsync(Viewer, School!.Id, Entry, Today.AddDays(-1), stop), () => RedirectWithBanner(Here, "They may not search any more"));

    public async Task<IActionResult> OnPostNoticesAsync(CancellationToken stop)
    {
        var policy = WordsNeeded(Policy, nameof(Policy), "The policy", "Say which policy holds");
        var complaint = WordsNeeded(Complaint, nameof(Complaint), "The route", "Say how somebody can complain");
        return await DoAsync(() => nameSearcher.SetNoticesAsync(Viewer, School!.Id, policy, complaint, stop), Here, "It is shown from now on");
    }
}
