using Lifeguard.Children.Contracts;
using Lifeguard.Children.Imports;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sending;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>Lays what another school sent into the file of the pupil who was chosen, as entries from that school; or gives it up.</summary>
internal sealed class TakeInReceived(Store store, FileSeal seal, FilesInReach files, FindReceived findReceived, AboutAdults aboutAdults, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid person, CancellationToken stop)
    {
        if (await store.ReceivedFilesFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } received) return Refusal.NotFound;
        if (received.Content is null || seal.Open<ChildPackage>(received.Id, received.Content) is not { } package) return Refusals.ImportMoved;
        var match = await findReceived.MatchAsync(viewer, received.Org, package.Child, stop);
        if (match.Sure?.PersonId != person && match.Asked.All(one => one.PersonId != person)) return Refusal.NotFound;

        var deed = viewer.Deed(received.Org, clock.GetUtcNow());
        List<IHappened> news = [];
        var file = await store.Set<ChildFile>().SingleOrDefaultAsync(one => one.Org == received.Org && one.PersonId == person, stop);
        if (file is null)
        {
            store.Add(file = ChildFile.Begin(received.Org, person, deed.At));
            news.Add(new ChildFileBegun(file.Ref));
        }
        else if (!await (await files.ForAsync(viewer, stop)).AnyAsync(one => one.Id == file.Id, stop)) return Refusals.OwnFamily;

        var taken = await LayAsync(received, file, package, deed, stop);
        if (received.TakeIn(taken) is { IsDone: false } refused) return refused;
        news.Add(new EntriesTakenIn(file.Ref, received.FromSchool, received.Id, taken));
        news.Add(new ReceivedFileMoved(received.Ref, received.Package, received.State.ToString()));
        return await store.CommitAsync(deed, news, stop);
    }

    public async Task<Outcome> GiveUpAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await store.ReceivedFilesFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } received) return Refusal.NotFound;
        if (received.GiveUp() is { IsDone: false } refused) return refused;
        return await store.CommitAsync(viewer.Deed(received.Org, clock.GetUtcNow()), new ReceivedFileMoved(received.Ref, received.Package, received.State.ToString()), stop);
    }

    private async Task<int> LayAsync(ReceivedFile received, ChildFile file, ChildPackage package, Deed deed, CancellationToken stop)
    {
        var known = (await store.Set<ChildEntry>().Where(one => one.FileId == file.Id).Select(one => one.Sum).ToListAsync(stop)).Select(Convert.ToHexString).ToHashSet();
        var taken = 0;
        foreach (var (at, words) in Facts(package).Concat(package.Entries.Select(entry => (entry.At, Words(entry)))))
        {
            var sum = words.SumOf(received.FromSchool, at);
            if (!known.Add(Convert.ToHexString(sum))) continue;
            var id = Guid.CreateVersion7(deed.At);
            // What another school let through is looked at again: it knows none of our staff.
            var about = AboutAdults.IsOne(words);
            store.Add(new ChildEntry
            {
                Id = id,
                Org = received.Org,
                FileId = file.Id,
                Source = received.FromSchool,
                ImportId = received.Id,
                HappenedAt = at.ToUniversalTime(),
                TakenInAt = deed.At,
                ByName = deed.ByName,
                Sealed = seal.Seal(id, words),
                Sum = sum,
                AboutAnAdult = about,
                Barred = about ? await aboutAdults.MayMeanAsync(received.Org, words, stop) : [],
            });
            taken++;
        }

        return taken;
    }

    // What held there is no fact here until somebody of this school has asked: it comes as one entry to read.
    private static IEnumerable<(DateTimeOffset At, EntryWords Words)> Facts(ChildPackage package)
    {
        if (package.Facts.Count == 0) return [];
        var lines = package.Facts.Select(fact => string.Join('\n', new[] { $"{fact.From}: {fact.Title}" }.Concat(fact.Rows.Select(row => $"  {row.Label}: {row.Text}"))));
        return [(package.MadeAt, new EntryWords { Title = "What the sending school had on file about the child", Text = PlainWords.Of(string.Join('\n', lines)), WrittenBy = package.SentBy })];
    }

    private static EntryWords Words(PackedEntry entry) => new()
    {
        Title = PlainWords.Line(entry.Title),
        Text = PlainWords.Of(string.Join('\n', new[] { entry.Text }.OfType<string>().Concat(entry.Rows.Select(row => $"{row.Label}: {row.Text}")))),
        CameFrom = PlainWords.Line(entry.From),
    };
}
