using System.Text;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>A whole flow as its file. One that has a fault is not kept: everything that is wrong with it is said, and what held before holds on.</summary>
[Needs(ResponsePermissions.Local)]
internal sealed class FileModel(FindLocal findLocal, ChangeDraft changeDraft) : LocalPage(findLocal)
{
    [BindProperty] public string? Text { get; set; }

    [BindProperty] public IFormFile? Upload { get; set; }

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public string Here => Links.LocalFile(Id, Place!.Id);

    public IActionResult OnGet()
    {
        if (Place is null) return NotFound();

        (Seen, Text) = (Local.Version, Local.Guidance.File ?? Local.Own.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await TakeUploadAsync(stop);
        if (ModelState.IsValid) Require(Text, nameof(Text), "Enter the flow, or choose its file");
        RequireWithin(Text, LocalFile.Longest, nameof(Text), "The file");
        if (!ModelState.IsValid) return Page();

        Faults = LocalFile.Read(Local.Own, Text!).Faults;
        if (Faults.Count > 0)
        {
            ModelState.AddModelError(nameof(Text), Faults.Count == 1 ? "The file has a fault, so it is not kept. What held before holds on" : $"The file has {Faults.Count} faults, so it is not kept. What held before holds on");
            return Page();
        }

        return await ChangeAsync(Text!.Trim() == Local.Own.Text.Trim() ? null : Text, "The file is right. It is kept, and not published yet", stop);
    }

    public Task<IActionResult> OnPostBackAsync(CancellationToken stop) => ChangeAsync(null, "Lifeguard's own flow holds again, once that is published", stop);

    private async Task<IActionResult> ChangeAsync(string? file, string banner, CancellationToken stop)
    {
        var outcome = await changeDraft.RunAsync(Viewer, Place!, Id, Seen, guidance => guidance with { File = file }, stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => RedirectWithBanner(Preview, banner));
    }

    // A chosen file goes before what stands in the box.
    private async Task TakeUploadAsync(CancellationToken stop)
    {
        if (Upload is not { Length: > 0 } upload) return;
        // A character may take four bytes.
        if (upload.Length > LocalFile.Longest * 4L)
        {
            ModelState.AddModelError(nameof(Upload), $"The file must be {LocalFile.Longest:N0} characters or fewer");
            return;
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, stop);
        try
        {
            Text = TypedText.Clean(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF'), out _);
            ModelState.Remove(nameof(Text));
        }
        catch (DecoderFallbackException)
        {
            ModelState.AddModelError(nameof(Upload), "This is not a text file in UTF-8. Choose the flow as it is written in YAML");
        }
    }
}
