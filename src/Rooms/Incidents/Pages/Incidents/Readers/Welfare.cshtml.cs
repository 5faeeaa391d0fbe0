using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

[Needs(IncidentPermissions.Work)]
internal sealed class WelfareModel(LetItCross letItCross, FindWelfare findWelfare, OpenRecord open) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public string? Welfare { get; set; }

    [BindProperty] public string? Text { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public IReadOnlyList<WelfareRow> Beside { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened with the child's welfare", stop) is not { RecordKind: RecordKind.Allegation, AtDesk: true } heading) return false;

        Heading = heading;
        Beside = await findWelfare.BesideAsync(heading.Id, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Text, nameof(Text), "Write what the safeguarding team should know");
        RequireWithin(Text, IncidentTables.LongestText, nameof(Text), "What you let them know");
        if (!ModelState.IsValid) return Page();
        if (!RandomReference.TryParse(Welfare, null, out var welfare)) return NotFound();

        var outcome = await OnceAsync(() => letItCross.RunAsync(Viewer, Reference, welfare, Text!, stop), stop);
        return Answer(outcome, () => RedirectWithBanner(Links.Incident(Reference, "welfare"), "Passed on to those who look after the child."));
    }
}
