using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

[Needs(IncidentPermissions.Work)]
internal sealed class BeginModel(BeginRun beginRun, FindRun findRun, IGuidedFlows flows, Store store, IncidentPages pages, TimeProvider clock) : RunPage(pages, clock)
{
    /// <summary>What another plan asks to go on with.</summary>
    [FromQuery(Name = "flow")] public string? Wanted { get; set; }

    [BindProperty] public string? Flow { get; set; }

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    /// <summary>Those for the types of this record.</summary>
    public IReadOnlyList<FlowInShort> Suggested { get; private set; } = [];

    /// <summary>The others, by kind of concern.</summary>
    public IReadOnlyList<IGrouping<string, FlowInShort>> Further { get; private set; } = [];

    /// <summary>Thirty answers on one page are too many to read in a hurry: a kind of concern is opened by whoever looks for it, or where their answer lies.</summary>
    public bool IsShown(IGrouping<string, FlowInShort> kind) => !ModelState.IsValid || kind.Any(one => one.Id == Flow);

    protected override async Task<bool> LoadRunAsync(IncidentHeading heading, CancellationToken stop)
    {
        Runs = await findRun.AllAsync(heading.Id, stop);
        var types = await store.Set<Incident>().Where(one => one.Id == heading.Id).Select(one => one.Types).SingleAsync(stop);
        var begun = Runs.Where(one => !one.IsSetAside).Select(one => one.Flow).ToHashSet();
        var left = flows.All.Where(one => !begun.Contains(one.Id)).ToList();
        Suggested = [.. left.Where(one => one.Types.Intersect(types).Any() || (heading.RecordKind == RecordKind.Allegation && one.Id == "allegation") || (heading.Imagery && one.Id == "nudes") || one.Id == Wanted)];
        Further = [.. left.Except(Suggested).GroupBy(one => one.Group)];
        return true;
    }

    public void OnGet()
    {
        if (Suggested.Any(one => one.Id == Wanted)) Flow = Wanted;
        else if (Runs.Count == 0 && Suggested is [var first, ..]) Flow = first.Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Flow, nameof(Flow), "Select what comes nearest. You can set it aside again");
        Demand(Flow is null || flows.All.Any(one => one.Id == Flow), nameof(Flow));
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => beginRun.RunAsync(Viewer, Reference, Flow!, stop), stop);
        if (!outcome.IsDone) return Answer(outcome, () => Page());
        var run = (await findRun.AllAsync(Heading!.Id, stop)).Last(one => one.Flow == Flow && !one.IsSetAside);
        return Redirect(To(run.Id));
    }
}
