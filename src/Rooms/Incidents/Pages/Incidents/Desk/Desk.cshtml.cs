using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>One desk for whoever sits at one, or at several: what wants somebody first stands first.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class DeskModel(FindDesk findDesk, FindItems findItems, FindSchools findSchools, ListReading reading) : RoomPage
{
    private const int Foretaste = 10;
    private const int PageSize = 50;
    private const int MostPages = 100_000;

    [FromQuery(Name = "group")] public string? GroupKey { get; set; }

    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    [FromQuery] public Guid? School { get; set; }

    public DeskGroup? Only { get; private set; }

    public IReadOnlyList<DeskSection> Sections { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public int Pages { get; private set; }

    public bool HasNothing => Sections.All(section => section.Count == 0);

    public string Address(DeskGroup group) => $"/desk?group={group.Key()}{SchoolPart}";

    public string PageAddress => $"/desk?group={GroupKey}{SchoolPart}&page={{page}}";

    private string SchoolPart => School is { } school ? $"&school={school}" : "";

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Only = DeskGroupWords.Of(GroupKey);
        if (Only is null && !string.IsNullOrEmpty(GroupKey)) return false;

        var schools = await findSchools.RunAsync(Viewer, stop);
        if (School is { } chosen && !schools.ContainsKey(chosen)) return false;

        Schools = [.. schools.OrderBy(one => one.Value, StringComparer.CurrentCulture).Select(one => new SelectListItem(one.Value, one.Key.ToString()))];
        var shown = new Dictionary<DeskGroup, IReadOnlyList<Shown>>();
        var counts = new Dictionary<DeskGroup, int>();
        // Whoever looks at the closed ones alone need not wait for what is open to be sorted.
        var sorted = Only == DeskGroup.Closed ? Sorted.Nothing : await findDesk.OpenAsync(Viewer, School, stop);
        PageNumber = Only is null ? 1 : Math.Clamp(PageNumber, 1, MostPages);
        foreach (var group in Only is { } only ? [only] : Enum.GetValues<DeskGroup>())
        {
            var size = Only is null ? Foretaste : PageSize;
            if (group == DeskGroup.Closed)
            {
                var closed = await findDesk.ClosedAsync(Viewer, School, PageNumber, size, stop);
                (counts[group], shown[group], PageNumber) = (closed.Count, closed.Shown, closed.Page);
                continue;
            }

            counts[group] = sorted.Count(group);
            PageNumber = Math.Min(PageNumber, FindDesk.PagesOf(counts[group], size));
            shown[group] = sorted.In(group, (PageNumber - 1) * size, size);
        }

        Pages = Only is { } one ? FindDesk.PagesOf(counts[one], PageSize) : 1;
        var all = shown.Values.SelectMany(records => records).Distinct().ToList();
        var items = await findItems.RunAsync(Viewer, [.. all.Select(one => one.Id)], sorted.Marks, schools, stop);
        await reading.NoteAsync(Viewer, "desk", [.. all.Where(one => items.ContainsKey(one.Id))], stop);
        Sections = [.. shown.OrderBy(group => group.Key).Select(group => new DeskSection(group.Key, counts[group.Key], [.. group.Value.Where(one => items.ContainsKey(one.Id)).Select(one => items[one.Id])]))];
        return true;
    }
}

/// <summary>A group with its count, of which some are shown.</summary>
internal sealed record DeskSection(DeskGroup Group, int Count, IReadOnlyList<DeskItem> Items);
