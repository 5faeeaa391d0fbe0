using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children;
using Lifeguard.Children.Pages.Children.Chronology;
using Lifeguard.Children.Pages.Children.Facts;
using Lifeguard.Children.Sending;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <summary>
/// What is on file about somebody, for a copy of their data: every fact, also those that ended or were wrong, and every entry from elsewhere.
/// What the key does not open stands there as what it is: a copy must not look whole when it is not.
/// </summary>
internal sealed class EntriesOfFiles(FilesInReach files, FindFacts findFacts, FindEntries findEntries, FileSeal seal, IPeople people, IPupilList pupilList) : IPersonalEntries
{
    public async Task<IReadOnlyList<PersonalEntry>> AboutAsync(Viewer viewer, Guid identity, CancellationToken stop)
    {
        var rows = (await people.RowsOfAsync([identity], stop)).Select(row => row.Id).ToList();
        List<PersonalEntry> entries = [];
        foreach (var file in await (await files.ForAsync(viewer, stop)).AsNoTracking().Where(file => rows.Contains(file.PersonId)).ToListAsync(stop))
        {
            var names = await NamesAsync(file, stop);
            entries.AddRange((await findFacts.OfAsync(file.Id, stop)).Select(line => Fact(file, line, names)));
            entries.AddRange((await findEntries.EntriesAsync(viewer, file.Id, stop)).Select(entry => Entry(file, entry, names)));
        }

        return entries;
    }

    private async Task<OtherNames> NamesAsync(ChildFile file, CancellationToken stop)
    {
        var pupils = await pupilList.OfAsync(file.Org, stop);
        return new OtherNames(pupils, pupils.First(one => one.PersonId == file.PersonId));
    }

    private static PersonalEntry Fact(ChildFile file, FactLine line, OtherNames names) =>
        Of(file, line.Fact.Id, UkTime.Midnight(line.Fact.From), $"{FactLists.Heading(line.Fact.Kind)}. {line.Days}", Lines(line.Title, null, line.Rows), names, linked: null);

    private PersonalEntry Entry(ChildFile file, ChildEntry entry, OtherNames names)
    {
        var words = seal.Open<EntryWords>(entry.Id, entry.Sealed);
        var item = ChronologyItem.Of(entry, words);
        return Of(file, entry.Id, item.At, $"From {entry.Source}", Lines(item.Says, item.Text, item.Rows), names, words?.Others);
    }

    private static PersonalEntry Of(ChildFile file, Guid key, DateTimeOffset at, string heading, string text, OtherNames names, string? linked) =>
        new(file.Ref, $"Child's file {file.Reference.Short}", Links.File(file.Reference), key, at, heading, text, names.Say(text, linked)!);

    private static string Lines(string says, string? text, IReadOnlyList<(string Label, string Text)> rows) =>
        string.Join('\n', new[] { says, text }.Where(line => !string.IsNullOrWhiteSpace(line)).Concat(rows.Select(row => $"{row.Label}: {row.Text}")));
}
