using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>Which school, which days, with or without names. Shows nothing of any record.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class LogChooseModel(FindLog find, TimeProvider clock) : RoomPage
{
    private const string Pdf = "pdf";
    private IReadOnlyList<OrganisationCard> _schools = [];

    [BindProperty(SupportsGet = true)] public Guid? School { get; set; }

    [BindProperty(SupportsGet = true)] public DateParts From { get; set; }

    [BindProperty(SupportsGet = true)] public DateParts To { get; set; }

    [BindProperty(SupportsGet = true)] public string? Names { get; set; }

    /// <summary>What was pressed: empty when the page is opened.</summary>
    [BindProperty(SupportsGet = true)] public string? Make { get; set; }

    public IReadOnlyList<SelectListItem> Schools => [.. _schools.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        _schools = await find.SchoolsAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Make is null)
        {
            ModelState.Clear();
            var today = UkTime.DateOf(clock.GetUtcNow());
            From = DateParts.From(UkTime.FirstOfSchoolYear(UkTime.SchoolYear(today)));
            To = DateParts.From(today);
            School = _schools.FirstOrDefault(one => one.Id == Viewer.Home)?.Id ?? _schools.FirstOrDefault()?.Id;
            return Page();
        }

        if (!From.TryToDate("The first day", out var from, out var error)) ModelState.AddModelError(nameof(From), error);
        if (!To.TryToDate("The last day", out var to, out error)) ModelState.AddModelError(nameof(To), error);
        else if (ModelState.IsValid) RequireThat(to >= from, nameof(To), "The last day must be the same as or after the first day");
        School ??= _schools.Count == 1 ? _schools[0].Id : null;
        RequireThat(_schools.Any(one => one.Id == School), nameof(School), "Select a school");
        if (!ModelState.IsValid) return Page();

        var choice = new LogChoice(School!.Value, from, to, Names == "yes");
        var count = await find.CountAsync(Viewer, choice, stop);
        RequireThat(count <= FindLog.Most, nameof(To), $"There are {count} records in these days. Choose fewer days, so that there are at most {FindLog.Most}");
        return ModelState.IsValid ? LocalRedirect((Make == Pdf ? "/log/print.pdf" : "/log/print/sheet") + choice.Query) : Page();
    }
}
