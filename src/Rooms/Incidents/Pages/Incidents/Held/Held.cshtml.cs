using Lifeguard.Custody.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Held;

/// <summary>What is held for a record, and asking for more.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class HeldModel(AskToHold askToHold, ICustody custody, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    private const string Yes = "yes";
    private static readonly string[] Answers = [Yes, "no", "unsure"];

    /// <summary>What a plan asks for, where it is asked from there.</summary>
    [FromQuery] public Guid? Item { get; set; }

    [FromQuery] public Guid? Run { get; set; }

    [BindProperty] public string? Device { get; set; }

    [BindProperty] public bool? Isolate { get; set; }

    [BindProperty] public string? SafeToStop { get; set; }

    [BindProperty] public string? LeavesChildExposed { get; set; }

    [BindProperty] public bool? PossibleOffence { get; set; }

    [BindProperty] public bool? OfAdult { get; set; }

    [BindProperty] public string? PoliceSaid { get; set; }

    [BindProperty] public bool Urgent { get; set; }

    [BindProperty] public string? Code { get; set; }

    public IReadOnlyList<HeldLine> Lines { get; private set; } = [];

    private string Here => Links.Incident(Reference, "held");

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Lines = await custody.OfRecordAsync(Viewer, heading.Id, stop);
        return true;
    }

    public void OnGet()
    {
        Urgent = Heading!.Urgent || Item is not null;
        // A plan asks for a device to be taken out of use.
        Isolate = Item is null ? null : true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var device = WordsNeeded(Device, nameof(Device), OneLine, "The device", "Say which device, by its number or label");
        Require(Isolate, nameof(Isolate), "Select what the technician should do");
        Require(SafeToStop, nameof(SafeToStop), "Select whether it is safe and possible to stop its use");
        Require(LeavesChildExposed, nameof(LeavesChildExposed), "Select whether leaving it in use exposes a child");
        Demand(SafeToStop is null || Answers.Contains(SafeToStop), nameof(SafeToStop));
        Demand(LeavesChildExposed is null || Answers.Contains(LeavesChildExposed), nameof(LeavesChildExposed));
        Require(PossibleOffence, nameof(PossibleOffence), "Select whether a possible offence is in question");
        Require(OfAdult, nameof(OfAdult), "Select whether an adult who works or helps here owns or uses it");
        var police = Words(PoliceSaid, nameof(PoliceSaid), OneLine, "This answer");
        if (OfAdult is true) Require(PoliceSaid, nameof(PoliceSaid), "Taking it warns its owner: write down who of the police said how and when, with their reference");
        if (!ModelState.IsValid) return Page();

        var order = new DeviceOrder(Guid.CreateVersion7(clock.GetUtcNow()), device!, Isolate!.Value, Of(SafeToStop), Of(LeavesChildExposed), PossibleOffence!.Value, OfAdult!.Value, police, Urgent, []);
        return Answer(await OnceAsync(() => askToHold.RunAsync(Viewer, Reference, order, Item, stop), stop), () => RedirectWithBanner(Run is null ? Here : BackTo(Run), "The technician is asked"));
    }

    public async Task<IActionResult> OnPostTieAsync(CancellationToken stop)
    {
        var code = WordsNeeded(Code, nameof(Code), OneLine, "The code", "Type the code that stands on the item's or the search's page");
        if (!ModelState.IsValid) return Page();
        return Answer(await OnceAsync(() => askToHold.TieAsync(Viewer, Reference, code!, stop), stop), () => RedirectWithBanner(Here, "It belongs to this record now"));
    }

    private static bool? Of(string? answer) => answer switch
    {
        Yes => true,
        "no" => false,
        _ => null,
    };
}
