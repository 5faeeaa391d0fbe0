using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>People of the school's roster whose name fits what was typed. Names travel in the form, never in the address.</summary>
internal sealed class FindCandidates(IPeople people)
{
    public const int Most = 20;

    public async Task<IReadOnlyList<Candidate>> RunAsync(Viewer viewer, Guid school, string name, CancellationToken stop) =>
        [.. (await people.FindAsync(viewer, school, name, [], Most, stop)).Select(card => new Candidate(card.Id, card.Name, FindPeople.About(card)))];

    /// <summary>The chosen person, looked up again: the browser sends a key and no facts. Null when it is nobody of this school.</summary>
    public async Task<Named?> NamedAsync(Guid school, Guid personId, Part part, CancellationToken stop) =>
        (await people.CardsAsync([personId], stop)).TryGetValue(personId, out var card) && card.Org == school
            ? new Named(card.Id, card.Name, KindOf(card.Kind), part) : null;

    private static NamedAs KindOf(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => NamedAs.Pupil,
        PersonKind.Staff => NamedAs.AdultHere,
        PersonKind.Governor => NamedAs.Governor,
        PersonKind.Parent => NamedAs.Parent,
        _ => NamedAs.OtherAdult,
    };
}

internal sealed record Candidate(Guid PersonId, string Name, string About);
