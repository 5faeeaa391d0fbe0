using Lifeguard.Custody.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>Everybody who could use a computer or device: the police are given the whole list.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class AccessesModel(ItemPages pages, FindChain findChain, NoteAccess noteAccess, TimeProvider clock) : ItemPage(pages, clock)
{
    [BindProperty] public string? Person { get; set; }

    [BindProperty] public string? Role { get; set; }

    [BindProperty] public string? LogIn { get; set; }

    [BindProperty] public string? AccessBy { get; set; }

    [BindProperty] public string? Period { get; set; }

    public IReadOnlyList<Access> Accesses { get; private set; } = [];

    protected override async Task<bool> LoadItemAsync(CancellationToken stop)
    {
        Accesses = await findChain.AccessesAsync(Item.Id, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var person = LineNeeded(Person, nameof(Person), "The name", "Say who could use it");
        var role = LineNeeded(Role, nameof(Role), "What they are", "Say what they are here");
        Line(LogIn, nameof(LogIn), "The log-in");
        var how = LineNeeded(AccessBy, nameof(AccessBy), "The kind of access", "Say how they could use it");
        var period = LineNeeded(Period, nameof(Period), "The time", "Say from when to when, as far as it is known");
        return await DoAsync(() => noteAccess.RunAsync(Viewer, Reference, new AccessAnswers(Submission, person, role, LogIn, how, period), stop), Links.Item(Reference, "access"), "They stand on the list");
    }
}
