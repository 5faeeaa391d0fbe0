using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.AskTechnician;

[Needs(IncidentPermissions.Work)]
internal sealed class NewModel(AskTechnician askTechnician, FindTechnicians technicians, IReference reference, IAgencies agencies, Store store, IncidentPages pages) : RecordPage(pages)
{
    private static readonly string[] InsteadOf = [AgencyKinds.FilterProvider, AgencyKinds.InternetProvider, AgencyKinds.AuthorityOnlineSafety];
    private static readonly string[] NeedAddress = ["block-address"];

    /// <summary>What a plan asks for, where it is asked from there.</summary>
    [FromQuery] public Guid? Item { get; set; }

    [FromQuery] public Guid? Run { get; set; }

    /// <summary>What the plan asks the technician for.</summary>
    [FromQuery(Name = "what")] public string? Wanted { get; set; }

    [BindProperty] public string? What { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Device { get; set; }
    [BindProperty] public bool Urgent { get; set; }

    public bool NobodyToAsk { get; private set; }

    public IReadOnlyList<AgencyCard> Instead { get; private set; } = [];

    /// <summary>
    /// A task that means nothing without words is left out: there is no field for them. A device is kept as an item in custody, with its
    /// chain, and asked for there; tasks of before stay readable.
    /// </summary>
    public IEnumerable<Choice> Tasks => reference.Choices(ChoiceList.TechnicalTasks).Where(task => !task.NeedsWords && task.Key != KnownKeys.KeepDevice);

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop);
        NobodyToAsk = (await technicians.OfAsync(incident, stop)).Count == 0;
        if (NobodyToAsk) Instead = await agencies.ForAsync(heading.Org, InsteadOf, stop);
        return true;
    }

    public void OnGet()
    {
        Urgent = Heading!.Urgent;
        What = Tasks.FirstOrDefault(task => task.Key == Wanted)?.Key;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var what = ChosenOne(reference, ChoiceList.TechnicalTasks, What, nameof(What), "Select what the technician should do");
        Demand(what is null || Tasks.Contains(what), nameof(What));
        var address = Words(Address, nameof(Address), UrlAsText.MaxLength, "The address");
        var device = Words(Device, nameof(Device), OneLine, "The device");
        RequireThat(what is null || !NeedAddress.Contains(what.Key) || address is not null, nameof(Address), "Type the address");
        RequireThat(address is not null || device is not null || what is null, nameof(Device), "Say which address, device, account or network is meant");
        if (!ModelState.IsValid) return Page();

        return Answer(
            await OnceAsync(() => askTechnician.RunAsync(Viewer, Reference, new TaskAnswers(what!.Key, address, device, Urgent, Item), stop), stop),
            () => RedirectWithBanner(BackTo(Run), "The technician is asked"));
    }
}
