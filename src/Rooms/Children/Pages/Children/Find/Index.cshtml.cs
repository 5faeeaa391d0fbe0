using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Children.Pages.Children.Find;

/// <summary>Children's files of a school. Names are looked for by sending a form: they never stand in an address.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class IndexModel(FindFiles findFiles, BeginFile beginFile) : RoomPage
{
    private const int LongestName = 100;

    [FromQuery(Name = "school")] public Guid? SchoolId { get; set; }

    [BindProperty] public string? Words { get; set; }

    [BindProperty] public Guid Person { get; set; }

    public OrganisationCard? School { get; private set; }

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    /// <summary>Null until a name was looked for.</summary>
    public IReadOnlyList<ChildLine>? Found { get; private set; }

    public IReadOnlyList<ChildLine> WithFile { get; private set; } = [];

    public string Here => $"{Links.Children}?school={School?.Id}";

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var schools = await findFiles.SchoolsAsync(Viewer, stop);
        School = SchoolId is { } wanted ? schools.FirstOrDefault(one => one.Id == wanted) : schools.Count > 0 ? schools[0] : null;
        if (schools.Count > 1) Schools = [.. schools.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
        return School is not null || SchoolId is null;
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (School is { } school) WithFile = await findFiles.WithFileAsync(Viewer, school.Id, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (School is not { } school) return NotFound();
        Require(Words, nameof(Words), "Type a name, or the beginning of one");
        RequireWithin(Words, LongestName, nameof(Words), "The name");
        if (ModelState.IsValid) Found = await findFiles.ByNameAsync(Viewer, school.Id, Words!, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken stop) =>
        await beginFile.RunAsync(Viewer, Person, stop) is { } file ? LocalRedirect(Links.File(file)) : NotFound();
}
