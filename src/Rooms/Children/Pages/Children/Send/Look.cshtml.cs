using Lifeguard.Children.Model;
using Lifeguard.Children.Sending;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>Everything that would go, as the next school would read it; then it is sealed.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class LookModel(ChildPages pages, FindTransfers findTransfers, AssemblePackage assemble, SendFile sendFile) : ChildPage(pages)
{
    [BindProperty] public bool HasRead { get; set; }

    public TransferView Open { get; private set; } = null!;

    public ChildPackage Package { get; private set; } = null!;

    protected override string How => "exported";

    protected override async Task<bool> IsThereAsync(CancellationToken stop)
    {
        if ((await findTransfers.OfAsync(Heading.File.Id, stop)).FirstOrDefault(one => one.State is TransferState.Open) is not { Words: not null } open) return false;
        Open = open;
        return true;
    }

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        if (await assemble.RunAsync(Viewer, Heading, Open.Id, Open.Words!, stop) is not { } package) return false;
        Package = package;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RequireThat(HasRead, nameof(HasRead), "Read every line, then tick that you have");
        if (!ModelState.IsValid) return Page();
        return Answer(await sendFile.MakeAsync(Viewer, Reference, stop), () => RedirectWithBanner(Links.File(Reference, "send"), "The package is sealed. Now send it"));
    }
}
