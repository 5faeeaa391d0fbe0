using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children;
using Lifeguard.Children.Pages.Children.Chronology;
using Lifeguard.Children.Pages.Children.Facts;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Children.Sending;

/// <summary>
/// What would go to the next school, from what was chosen: looked up again each time, never taken from the browser. Entries and records
/// about adults never go, whatever was chosen; names of other children are replaced; there are no files to go, so no picture can.
/// </summary>
internal sealed class AssemblePackage(FindFacts findFacts, FindEntries findEntries, FileSeal seal, IPupilList pupilList, IOrganisations organisations, IPeople people, IEnumerable<IChildRecords> rooms, TimeProvider clock)
{
    public async Task<ChildPackage?> RunAsync(Viewer viewer, ChildHeading heading, Guid package, TransferWords words, CancellationToken stop)
    {
        var pupils = await pupilList.OfAsync(heading.File.Org, stop);
        if (pupils.FirstOrDefault(one => one.PersonId == heading.File.PersonId) is not { } child) return null;

        var names = new OtherNames(pupils, child);
        var entries = (await findEntries.EntriesAsync(viewer, heading.File.Id, stop)).Where(entry => !entry.AboutAnAdult && words.Entries.Contains(entry.Id)).Select(entry => Entry(entry, names));
        var records = await RecordsAsync(viewer, heading, words, stop);
        return new ChildPackage
        {
            Form = ChildPackage.FormOfToday,
            Package = package,
            MadeAt = clock.GetUtcNow(),
            FromSchool = (await organisations.GetAsync(heading.File.Org, stop))?.Name ?? "",
            SentBy = viewer.Name,
            ToSchool = words.School,
            Child = new PackedChild(child.GivenName, child.FamilyName, child.KnownAs, child.BornOn, child.Number),
            Facts = words.WithFacts ? [.. (await findFacts.OfAsync(heading.File.Id, stop)).Where(line => line.Fact.WrongSince is null).Select(Fact)] : [],
            Entries = [.. entries.Concat(records).OrderBy(one => one.At)],
        };
    }

    private async Task<IReadOnlyList<PackedEntry>> RecordsAsync(Viewer viewer, ChildHeading heading, TransferWords words, CancellationToken stop)
    {
        if (words.Records.Count == 0) return [];
        var rows = (await people.RowsOfAsync([heading.Identity], stop)).Where(row => row.Org == heading.File.Org).Select(row => row.Id).ToList();
        List<PackedEntry> packed = [];
        foreach (var room in rooms)
        {
            foreach (var record in await room.ForSendingAsync(viewer, heading.File.Org, rows, words.Records, stop))
                packed.Add(new PackedEntry(record.At, "A record of the sending school", record.Called, null, [.. record.Parts.Select(part => new PackedRow(part.Title, part.Text))]));
        }

        return packed;
    }

    private PackedEntry Entry(ChildEntry entry, OtherNames names)
    {
        // What the key does not open goes as what it is, so that whoever looks at the package before it is sealed sees that it is not whole.
        if (seal.Open<EntryWords>(entry.Id, entry.Sealed) is not { } words) return new PackedEntry(entry.HappenedAt, entry.Source, ChronologyItem.Of(entry, null).Says, null, []);
        (string Label, string? Text)[] rows = [("Category there", words.Title is null ? null : words.Category), ("Actions", names.Say(words.Actions, words.Others)), ("Status there", words.Status), ("Written by, as it was there", words.WrittenBy), ("Their number", words.Number), ("Came there from", words.CameFrom)];
        return new PackedEntry(entry.HappenedAt, entry.Source, names.Say(words.Title, words.Others) ?? words.Category ?? "Entry", names.Say(words.Text, words.Others),
            [.. rows.Where(row => !string.IsNullOrEmpty(row.Text)).Select(row => new PackedRow(row.Label, row.Text!))]);
    }

    private static PackedEntry Fact(FactLine line) => new(UkTime.Midnight(line.Fact.From), $"{FactLists.Heading(line.Fact.Kind)}. {line.Days}", line.Title, null, [.. line.Rows.Select(row => new PackedRow(row.Label, row.Text))]);
}
