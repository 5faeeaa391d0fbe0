using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Storage;

namespace Lifeguard.Organisation.Pages.Organisation.Vacancies;

/// <summary>What is missing in the organisations for which this person is warned.</summary>
internal sealed class FindVacancies(IPlaces places, IOrganisations organisations, IVacancies vacancies, TimeProvider clock)
{
    public async Task<IReadOnlyList<PlaceWarnings>> RunAsync(Viewer viewer, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, OrganisationPermissions.Vacancies, stop);
        var today = UkTime.DateOf(clock.GetUtcNow());
        List<PlaceWarnings> found = [];
        foreach (var place in (await organisations.AllAsync(stop)).Where(one => open.Contains(one.Id)))
        {
            List<Warning> warnings = [.. (await vacancies.VacanciesAsync(place.Id, today, stop)).Select(Warning.Vacant)];
            if (await vacancies.IsUnsupervisedAsync(place.Id, today, stop)) warnings.Add(Warning.Unsupervised);
            if (warnings.Count > 0) found.Add(new PlaceWarnings(place, warnings));
        }

        return found;
    }
}

internal sealed record PlaceWarnings(OrganisationCard Place, IReadOnlyList<Warning> Warnings);

/// <param name="Says">What is missing.</param>
/// <param name="Until">What happens meanwhile, and what to do.</param>
internal sealed record Warning(string Says, string Until, bool IsPressing)
{
    public static Warning Unsupervised { get; } = new("Nobody supervises the monitoring that the IT technician does",
        "Say on the technician's own page under People who does.", false);

    public static Warning Vacant(Role role) => role switch
    {
        Role.Head => new("Nobody is head teacher or acting head teacher", "Allegations about staff go to the chair of governors meanwhile. Say who leads the school today.", true),
        Role.DesignatedSafeguardingLead => new("Nobody is safeguarding lead (DSL)", "Concerns go to the deputy, or to the head. Every school must have a safeguarding lead: appoint one today.", true),
        Role.DeputySafeguardingLead => new("Nobody is deputy safeguarding lead", "When the safeguarding lead is away, nobody of the team reads what comes in.", false),
        Role.ChairOfGovernors => new("Nobody is chair of governors or proprietor", "Nobody here receives what is said about the head.", false),
        Role.SafeguardingGovernor => new("Nobody is safeguarding governor", "One governor leads on safeguarding and online safety.", false),
        Role.Technician => new("Nobody is IT technician, here or in the trust", "Technical tasks wait for nobody. Name whoever looks after the technology, also from outside.", false),
        _ => new($"Nobody holds the role {role.InWords()}", "Give it to somebody.", false),
    };
}
