using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Items;

[Needs(CustodyPermissions.Keep)]
internal sealed class NewModel(FindSchools findSchools, CustodyReach reach, TakeIn takeIn, TimeProvider clock) : SchoolPage(findSchools, clock)
{
    [FromQuery(Name = "order")] public RandomReference? OrderReference { get; set; }

    [BindProperty] public string? What { get; set; }

    [BindProperty] public string? Serial { get; set; }

    [BindProperty] public Belonging? Belongs { get; set; }

    [BindProperty] public string? Owner { get; set; }

    [BindProperty] public string? PoliceSaid { get; set; }

    [BindProperty] public string? FoundWhere { get; set; }

    [BindProperty] public DateParts SecuredOn { get; set; }

    [BindProperty] public string? SecuredAt { get; set; }

    [BindProperty] public string? SecuredBy { get; set; }

    [BindProperty] public string? SealedHow { get; set; }

    [BindProperty] public string? StoredWhere { get; set; }

    public TechnicianOrder? Order { get; private set; }

    protected override string By => CustodyPermissions.Keep;

    protected override async Task<bool> LoadSchoolAsync(OrganisationCard school, CancellationToken stop)
    {
        if (OrderReference is not { } wanted) return true;
        Order = await (await reach.OrdersAsync(Viewer, stop)).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == wanted && one.Org == school.Id, stop);
        return Order is not null && Order.What.IsOfDevice();
    }

    public void OnGet()
    {
        (What, PoliceSaid) = (Order?.Subject, Order?.PoliceSaid);
        (SecuredOn, SecuredAt, SecuredBy) = (DateParts.From(Today), UkTime.ForBox(Now), Viewer.Name);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var what = LineNeeded(What, nameof(What), "What it is", "Say what it is");
        // Whose it is stands with whoever placed the order; the technician is not asked.
        if (Order is null) Require(Belongs, nameof(Belongs), "Select whose it is");
        RequireThat(Belongs is null || Enum.IsDefined(Belongs.Value), nameof(Belongs), NotAnAnswer);
        if (Belongs is { } of && of.IsOfAdult()) Require(PoliceSaid, nameof(PoliceSaid), "Write down who of the police said how and when it may be taken, with their reference");
        var found = LineNeeded(FoundWhere, nameof(FoundWhere), "Where it was found", "Say where it was found");
        var at = PastMoment(SecuredOn, nameof(SecuredOn), SecuredAt, nameof(SecuredAt), "The day");
        var by = LineNeeded(SecuredBy, nameof(SecuredBy), "The name", "Say who secured it");
        var how = LineNeeded(SealedHow, nameof(SealedHow), "How it is sealed", "Say how it is sealed, or that it is not");
        var where = LineNeeded(StoredWhere, nameof(StoredWhere), "Where it is stored", "Say where it is stored");
        RequireWithin(Serial, Item.OneLine, nameof(Serial), "The number");
        RequireWithin(Owner, Item.OneLine, nameof(Owner), "The name");
        RequireWithin(PoliceSaid, Item.OneLine, nameof(PoliceSaid), "This answer");
        RequireKey();
        if (!ModelState.IsValid) return Page();

        var answers = new ItemAnswers(Submission, what, Serial, Belongs ?? Belonging.NotKnown, Owner, found, at!.Value, by, how, where, PoliceSaid);
        var outcome = await takeIn.RunAsync(Viewer, School!.Id, answers, OrderReference, stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        var made = await (await reach.ItemsAsync(Viewer, stop)).Where(one => one.Id == Submission).Select(one => (RandomReference?)one.Reference).SingleOrDefaultAsync(stop);
        return RedirectWithBanner(made is { } item ? Links.Item(item) : Links.Custody, "It is in custody");
    }
}
