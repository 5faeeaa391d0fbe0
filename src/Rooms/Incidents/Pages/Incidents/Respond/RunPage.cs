using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Ui;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>A page of guided questions: whom to ring at this minute stands on top of each.</summary>
internal abstract class RunPage(INumbersNow numbers, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    public IReadOnlyList<HelpContact> Numbers { get; private set; } = [];

    public bool MayAnswer => Heading is { IsClosed: false };

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string To(Guid run) => Links.Run(Reference, run);

    protected sealed override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Numbers = [numbers.Emergency, .. await numbers.SocialCareAsync(heading.Org, stop) is { } care ? [care] : Array.Empty<HelpContact>()];
        return await LoadRunAsync(heading, stop);
    }

    protected abstract Task<bool> LoadRunAsync(IncidentHeading heading, CancellationToken stop);
}
