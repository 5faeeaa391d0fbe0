using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Decides again who may read, and tells the desks to which the record, or a child's welfare beside it, has come.</summary>
internal sealed class Replacing(Store store, Placing placing, Notices notices)
{
    public async Task<IReadOnlyList<IHappened>> AgainAsync(Incident incident, string because, DateTimeOffset at, CancellationToken stop)
    {
        List<string> before = [.. incident.Desks];
        var news = await placing.AgainAsync(incident, because, at, stop);
        foreach (var desk in incident.Desks.Except(before)) await notices.RaisedToAsync(incident, Enum.Parse<Desk>(desk), at, stop);
        await TellWelfareAsync(news, at, stop);
        return news;
    }

    public async Task TellWelfareAsync(IReadOnlyList<IHappened> news, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var raised in news.OfType<WelfareRaised>())
            await notices.RaisedAsync(store.Set<Incident>().Local.Single(one => one.Id == raised.About.Id), at, stop);
    }
}
