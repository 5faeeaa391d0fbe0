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
        var sorted = await findDesk.RunAsync(Viewer, School, Only, stop);
        PageNumber = Math.Clamp(PageNumber, 1, PagesOf(Only is { } group ? sorted.Count(group) : 0));
        Pages = Only is { } one ? PagesOf(sorted.Count(one)) : 1;

        var chosenGroups = Only is { } only ? [only] : Enum.GetValues<DeskGroup>();
        var take = Only is null ? Foretaste : PageSize;
        var shown = new Dictionary<DeskGroup, IReadOnlyList<Shown>>();
        foreach (var each in chosenGroups)
        {
            var skip = (PageNumber - 1) * PageSize;
            shown[each] = each == DeskGroup.Closed ? await findDesk.ClosedAsync(Viewer, School, skip, take, stop) : sorted.In(each, skip, take);
        }

        var all = shown.Values.SelectMany(records => records).Distinct().ToList();
        var items = await findItems.RunAsync(Viewer, [.. all.Select(one => one.Id)], sorted.Marks, schools, stop);
        await reading.NoteAsync(Viewer, "desk", [.. all.Where(one => items.ContainsKey(one.Id))], stop);
        Sections = [.. chosenGroups.Select(each => new DeskSection(each, sorted.Count(each), [.. shown[each].Where(one => items.ContainsKey(one.Id)).Select(one => items[one.Id])]))];
        return true;
    }

    private static int PagesOf(int count) => Math.Max(1, (count + PageSize - 1) / PageSize);
}

/// <summary>A group with its count, of which some are shown.</summary>
internal sealed record DeskSection(DeskGroup Group, int Count, IReadOnlyList<DeskItem> Items);
