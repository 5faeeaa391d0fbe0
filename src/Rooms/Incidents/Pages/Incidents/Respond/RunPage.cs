using Lifeguard.Incidents.Pages.Incidents.Shared;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>A page of guided questions: whom to ring at this minute stands on top of each.</summary>
internal abstract class RunPage(IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayAnswer => Heading is { IsClosed: false };

    protected override bool IsOfAPlan => true;

    public string To(Guid run) => Links.Run(Reference, run);

    protected sealed override Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop) => LoadRunAsync(heading, stop);

    protected abstract Task<bool> LoadRunAsync(IncidentHeading heading, CancellationToken stop);
}
