using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children.Find;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>Files that other schools send: the school's key, and the door for a package.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class IndexModel(FindFiles findFiles, FindReceived findReceived, MakeFileKey makeFileKey, OpenReceived openReceived) : RoomPage
{
    [FromQuery(Name = "school")] public Guid? SchoolId { get; set; }

    [BindProperty] public IFormFile? Chosen { get; set; }

    [BindProperty] public string? Passphrase { get; set; }

    public OrganisationCard? School { get; private set; }

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public string? Key { get; private set; }

    public IReadOnlyList<ReceivedFile> Received { get; private set; } = [];

    public string Here => $"{Links.Received}?school={School?.Id}";

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var schools = await findFiles.SchoolsAsync(Viewer, stop);
        School = SchoolId is { } wanted ? schools.FirstOrDefault(one => one.Id == wanted) : schools.Count > 0 ? schools[0] : null;
        if (schools.Count > 1) Schools = [.. schools.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
        if (School is null) return SchoolId is null;
        Key = await makeFileKey.OfAsync(School.Id, stop);
        Received = [.. (await findReceived.AllAsync(Viewer, stop)).Where(one => one.Org == School.Id)];
        return true;
    }

    public async Task<IActionResult> OnPostKeyAsync(CancellationToken stop)
    {
        if (School is not { } school) return NotFound();
        return Answer(await makeFileKey.RunAsync(Viewer, school.Id, stop), () => RedirectWithBanner(Here, "The key is made"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (School is not { } school) return NotFound();
        RequireThat(Chosen is { Length: > 0 }, nameof(Chosen), "Choose the package");
        RequireThat(Chosen is not { Length: > OpenReceived.LargestFile }, nameof(Chosen), "The package must be 20 megabytes or smaller");
        RequireWithin(Passphrase, 200, nameof(Passphrase), "The passphrase");
        if (!ModelState.IsValid) return Page();

        using var content = new MemoryStream();
        await Chosen!.CopyToAsync(content, stop);
        var (opened, outcome) = await openReceived.RunAsync(Viewer, school.Id, content.ToArray(), Passphrase, stop);
        return Answer(outcome, () => LocalRedirect(Links.ReceivedFile(opened!.Value)));
    }
}
