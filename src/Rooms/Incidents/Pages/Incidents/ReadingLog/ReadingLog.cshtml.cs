using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;

namespace Lifeguard.Incidents.Pages.Incidents.ReadingLog;

/// <summary>The reading log of the year at a glance.</summary>
[Needs(IncidentPermissions.ReadingLog), StepUp]
internal sealed class ReadingLogModel(FindReadingLog find) : RoomPage
{
    public ReadingYear Year { get; private set; } = null!;

    public IReadOnlyList<Bar> Bars => [.. Year.Months.Select(month => new Bar(UkTime.ShortMonth(month.First), month.Read))];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Year = await find.RunAsync(Viewer, stop);
        return true;
    }
}
