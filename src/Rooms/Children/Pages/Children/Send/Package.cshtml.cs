using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>The sealed package as a file. Its name is the same for every child.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class PackageModel(ChildPages pages, SendFile sendFile) : ChildPage(pages)
{
    private byte[]? _bytes;

    protected override string How => "exported";

    protected override async Task<bool> IsThereAsync(CancellationToken stop) => (_bytes = await sendFile.PackageAsync(Viewer, Reference, stop)) is not null;

    public IActionResult OnGet() => File(_bytes!, "application/octet-stream", "file.age");
}
