using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody;
using Lifeguard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

/// <summary>What this room holds about a pupil, for a copy of their data, as far as whoever looks through it may read it.</summary>
internal sealed class HeldAboutPerson(CustodyReach reach) : IPersonalEntries
{
    public async Task<IReadOnlyList<PersonalEntry>> AboutAsync(Viewer viewer, Guid identity, CancellationToken stop)
    {
        var things = await reach.Confiscations(viewer).AsNoTracking().Where(one => one.PupilIdentity == identity).ToListAsync(stop);
        var searches = await (await reach.SearchesAsync(viewer, stop)).AsNoTracking().Where(one => one.PupilIdentity == identity).ToListAsync(stop);
        var items = await (await reach.ItemsAsync(viewer, stop)).AsNoTracking().Where(one => one.OwnerIdentity == identity).ToListAsync(stop);
        return
        [
            .. things.Where(one => CustodyReach.ReadsRegister(viewer, one.Org)).Select(one => Of(one.Ref, $"Confiscation {one.Reference.Short}", Links.Confiscation(one.Reference), one.TakenAt, "Something was confiscated",
                [("What", one.What), ("Kept", one.KeptWhere), ("Taken by", one.TakenByName), ("Given back", one.GivenBack?.ReceivedBy)], [one.TakenByName])),
            .. searches.Where(one => CustodyReach.ReadsRegister(viewer, one.Org)).Select(one => Of(one.Ref, $"Search {one.Reference.Short}", Links.Search(one.Reference), one.SearchedAt, "A device was searched",
                [("Device", one.Device), ("Because", one.Because), ("Searched by", one.SearchedByName), ("Present", one.Present), ("Looked at", one.Examined), ("Found", one.Found), ("Decided", one.Decision?.InWords())], [one.SearchedByName, one.Present])),
            .. items.Where(one => CustodyReach.ReadsRegister(viewer, one.Org)).Select(one => Of(one.Ref, $"Item {one.Reference.Short}", Links.Item(one.Reference), one.TakenInAt, "Something is in custody",
                [("What", one.What), ("Found", one.FoundWhere), ("Secured by", one.SecuredBy), ("Ended", one.Ending?.Kind.InWords())], [one.SecuredBy])),
        ];
    }

    private static PersonalEntry Of(RecordRef record, string called, string href, DateTimeOffset at, string heading, (string Label, string? Text)[] lines, string[] others)
    {
        var text = string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Select(line => $"{line.Label}: {line.Text}"));
        return new PersonalEntry(record, called, href, record.Id, at, heading, text, others.Aggregate(text, (words, name) => words.Replace(name, "a member of staff", StringComparison.Ordinal)));
    }
}
