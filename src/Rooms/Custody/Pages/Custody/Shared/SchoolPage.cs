using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>A page about one school, with a choice for whoever works in several; there without any for whoever works in none.</summary>
internal abstract class SchoolPage(FindSchools findSchools, TimeProvider clock) : CustodyPage(clock)
{
    [FromQuery(Name = "school")] public Guid? SchoolId { get; set; }

    public OrganisationCard? School { get; private set; }

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    /// <summary>By which permission somebody works there.</summary>
    protected abstract string By { get; }

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var schools = await findSchools.OfAsync(Viewer, By, stop);
        School = SchoolId is { } wanted ? schools.FirstOrDefault(one => one.Id == wanted) : schools.Count > 0 ? schools[0] : null;
        if (schools.Count > 1) Schools = [.. schools.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
        if (School is null) return SchoolId is null && !HttpMethods.IsPost(Request.Method);
        return await LoadSchoolAsync(School, stop);
    }

    protected virtual Task<bool> LoadSchoolAsync(OrganisationCard school, CancellationToken stop) => Task.FromResult(true);

    /// <summary>This page for this school.</summary>
    protected string At(string page) => Schools.Count > 0 ? $"{page}?school={School!.Id}" : page;
}
