using System.Globalization;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;

namespace Lifeguard.Incidents.Pages.Incidents.ReadingLog;

/// <summary>The reading log of the year at a glance.</summary>
[Needs(IncidentPermissions.ReadingLog), StepUp]
internal sealed class ReadingLogModel(FindReadingLog find) : RoomPage
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public ReadingYear Year { get; private set; } = null!;

    public IReadOnlyList<Bar> Bars => [.. Year.Months.Select(month => new Bar(month.First.ToString("MMM", English), month.Read))];

    public static string InWords(ReadingMonth month) => month.First.ToString("MMMM yyyy", English);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Year = await find.RunAsync(Viewer, stop);
        return true;
    }
}
