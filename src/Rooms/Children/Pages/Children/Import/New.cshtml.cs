using Lifeguard.Children.Pages.Children.Find;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Children.Pages.Children.Import;

/// <summary>Chooses an export of another safeguarding system.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class NewModel(FindFiles findFiles, ChooseExport chooseExport) : RoomPage
{
    private static readonly string[] Systems = ["CPOMS", "MyConcern"];

    [BindProperty] public string? Source { get; set; }

    [BindProperty] public string? OtherSource { get; set; }

    [BindProperty] public Guid? School { get; set; }

    [BindProperty] public IFormFile? Chosen { get; set; }

    public IReadOnlyList<OrganisationCard> Schools { get; private set; } = [];

    public IEnumerable<SelectListItem> SchoolItems => Schools.Select(one => new SelectListItem(one.Name, one.Id.ToString()));

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Schools = await findFiles.SchoolsAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var source = Source == "other" ? OtherSource : Systems.FirstOrDefault(one => one == Source);
        Require(Source, nameof(Source), "Select where the file comes from");
        if (Source is not null) Require(source, Source == "other" ? nameof(OtherSource) : nameof(Source), "Type what the system is called");
        RequireWithin(source, 100, nameof(OtherSource), "The name");
        var school = Schools.Count == 1 ? Schools[0] : Schools.FirstOrDefault(one => one.Id == School);
        Require(school, nameof(School), "Choose the school");
        RequireThat(Chosen is { Length: > 0 }, nameof(Chosen), "Choose a file that is not empty");
        RequireThat(Chosen is not { Length: > ChooseExport.LargestFile }, nameof(Chosen), "The file must be 20 megabytes or smaller. Export it year by year");
        if (!ModelState.IsValid) return Page();

        using var content = new MemoryStream();
        await Chosen!.CopyToAsync(content, stop);
        return LocalRedirect(Links.Import(await chooseExport.RunAsync(Viewer, school!.Id, source!, Chosen.FileName, content.ToArray(), stop)));
    }
}
