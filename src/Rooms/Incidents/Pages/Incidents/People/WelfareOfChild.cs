using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Readers;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>
/// A child who comes to be named on an allegation is looked after like one named at the start: the safeguarding team
/// learns name and part, and not a word more.
/// </summary>
internal sealed class WelfareOfChild(Store store, GatherFacts gather, Placing placing, Replacing replacing, Notices notices)
{
    public async Task<IReadOnlyList<IHappened>> AlsoAsync(Viewer viewer, Incident allegation, Named named, DateTimeOffset at, CancellationToken stop)
    {
        if (named is not { NamedAs: NamedAs.Pupil, Part: not Part.SaidToHaveDoneIt }) return [];

        var welfares = await (from beside in store.Set<WelfareBeside>()
                              join welfare in store.Set<Incident>() on beside.WelfareId equals welfare.Id
                              where beside.AllegationId == allegation.Id
                              orderby welfare.RaisedAt
                              select welfare).ToListAsync(stop);
        if (welfares.FirstOrDefault(one => !one.IsClosed) is { } open)
        {
            store.Set<Involvement>().Add(Involvement.Of(open.Id, open.Org, named.PersonId, named.Name, named.NamedAs, named.Part, at));
            await notices.RaisedAsync(open, at, stop);
            return [store.Cross(viewer, open, Guid.CreateVersion7(at), $"{named.Name} was added to this record.", at)];
        }

        var facts = await gather.RunAsync(allegation.Org, await NamedOnAsync(allegation.Id, stop), new HashSet<Guid>(), stop);
        var news = await placing.OpenWelfareAsync(allegation, facts, [named], null, at, stop);
        await replacing.TellWelfareAsync(news, at, stop);
        return news;
    }

    private async Task<List<Named>> NamedOnAsync(Guid incidentId, CancellationToken stop) =>
        [.. (await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incidentId && one.RemovedAt == null).ToListAsync(stop))
            .Select(one => new Named(one.PersonId, one.Name, one.NamedAs, one.Part))];
}
