using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Orders;

/// <summary>Logs to keep, or an address to have blocked: asked for by somebody, and done by whoever looks after the systems.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class NewModel(FindSchools findSchools, PlaceOrder placeOrder, TimeProvider clock) : SchoolPage(findSchools, clock)
{
    [BindProperty] public OrderKind? What { get; set; }

    [BindProperty] public string? Subject { get; set; }

    [BindProperty] public string? Period { get; set; }

    [BindProperty] public string? Address { get; set; }

    [BindProperty] public string? RequestedFrom { get; set; }

    [BindProperty] public string? AskedBy { get; set; }

    [BindProperty] public bool Urgent { get; set; }

    protected override string By => CustodyPermissions.Keep;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RequireThat(What is OrderKind.KeepLogs or OrderKind.BlockAddress, nameof(What), "Select what is to be done");
        if (What is OrderKind.KeepLogs)
        {
            LineNeeded(Subject, nameof(Subject), "The log", "Say which log");
            LineNeeded(Period, nameof(Period), "The time", "Say from when to when");
        }

        if (What is OrderKind.BlockAddress)
        {
            Require(Address, nameof(Address), "Type the address");
            LineNeeded(RequestedFrom, nameof(RequestedFrom), "Who runs the filter", "Say who runs the filter and was asked");
        }

        RequireWithin(Address, UrlAsText.MaxLength, nameof(Address), "The address");
        var asked = LineNeeded(AskedBy, nameof(AskedBy), "The name", "Say who asked for it");
        RequireKey();
        if (!ModelState.IsValid) return Page();

        var logs = What is OrderKind.KeepLogs;
        var order = new TechnicianOrder
        {
            Id = Submission,
            Org = School!.Id,
            Reference = RandomReference.New(),
            What = What!.Value,
            Subject = logs ? Subject : null,
            Period = logs ? Period : null,
            Address = logs || Address is null ? null : new UrlAsText(Address),
            RequestedFrom = logs ? null : RequestedFrom,
            AskedBy = asked,
            AskedAt = Now,
            DueAt = await placeOrder.DueAsync(School.Id, Urgent, stop),
            Urgent = Urgent,
            EnteredBy = Viewer.IdentityId,
        };
        return Answer(await placeOrder.RunAsync(Viewer, order, needsTechnician: false, stop), () => RedirectWithBanner(Links.Custody, "It stands among what is to do"));
    }
}
