using System.Text.Json;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Imports;

/// <inheritdoc cref="IChronologyImports"/>
internal sealed class RunChronologyImports(Store store, OrganisationScope scope, FileSeal seal, IPupilList pupils, IPeople people, AboutAdults aboutAdults, TimeProvider clock) : IChronologyImports
{
    // A preview that nobody looked at again holds names for nothing.
    private static readonly TimeSpan PreviewLives = TimeSpan.FromDays(3);

    private const int MostLeftOut = 2_000;

    public async Task<bool> RunNextAsync(CancellationToken stop)
    {
        scope.OpenTo("chronology import");
        store.ChangeTracker.Clear();
        var old = clock.GetUtcNow().ToUniversalTime() - PreviewLives;
        await using var work = await store.BeginAsync(stop);
        // Held until this piece of work ends, so that of several copies of the site one does it.
        var next = await store.Database.SqlQuery<Guid>(
            $"select id as \"Value\" from chronology_import where state in ('Waiting', 'Confirmed') or (state = 'Previewed' and state_at < {old}) order by state_at limit 1 for update skip locked").ToListAsync(stop);
        if (next.Count == 0) return false;

        var id = next[0];
        var import = await store.Set<ChronologyImport>().SingleAsync(one => one.Id == id, stop);
        switch (import.State)
        {
            case ChronologyState.Previewed:
                import.Cancel(clock.GetUtcNow());
                await MovedAsync(import, [], stop);
                break;
            case ChronologyState.Waiting:
                await PreviewAsync(import, stop);
                break;
            default:
                await ApplyAsync(import, stop);
                break;
        }

        return true;
    }

    private async Task PreviewAsync(ChronologyImport import, CancellationToken stop)
    {
        if (await ReadAsync(import, stop) is not { } file) return;

        var all = await pupils.OfAsync(import.Org, stop);
        var match = new MatchPupils(all);
        var away = await AwayFromAsync(import, stop);
        List<PlannedPupil> planned = [];
        var forAColleague = 0;
        foreach (var rows in file.Rows.GroupBy(row => row.Pupil))
        {
            var (sure, asked) = match.Of(rows.Key);
            if (sure is not null && away.Contains(sure.PersonId))
            {
                forAColleague += rows.Count();
                continue;
            }

            var known = sure is null ? 0 : await KnownAsync(import, sure.PersonId, rows, stop);
            planned.Add(new PlannedPupil(planned.Count + 1, rows.Key, rows.Count(), known, sure is null ? null : Of(sure), [.. asked.Where(one => !away.Contains(one.PersonId)).Select(Of)]));
        }

        var report = Report(file) with { ForAColleague = forAColleague, Known = planned.Sum(one => one.Known), Children = planned.Count(one => one.Sure is not null) };
        import.Show(seal.Seal(import.Id, new ImportPlan(planned)), JsonSerializer.Serialize(report), clock.GetUtcNow());
        await MovedAsync(import, [], stop);
    }

    private async Task ApplyAsync(ChronologyImport import, CancellationToken stop)
    {
        if (await ReadAsync(import, stop) is not { } file) return;

        var match = new MatchPupils(await pupils.OfAsync(import.Org, stop));
        var away = await AwayFromAsync(import, stop);
        var plan = seal.Open<ImportPlan>(import.Id, import.Plan!);
        var answers = seal.Open<Dictionary<int, Guid>>(import.Id, import.Answers!) ?? [];
        var answered = plan?.Pupils.Where(one => answers.ContainsKey(one.Number)).ToDictionary(one => one.Named, one => answers[one.Number]) ?? [];
        var report = Report(file);
        List<IHappened> news = [];
        foreach (var rows in file.Rows.GroupBy(row => match.Of(row.Pupil).Sure?.PersonId ?? (answered.TryGetValue(row.Pupil, out var person) ? person : Guid.Empty)))
        {
            if (rows.Key == Guid.Empty) report = report with { NotMatched = report.NotMatched + rows.Count() };
            else if (away.Contains(rows.Key)) report = report with { ForAColleague = report.ForAColleague + rows.Count() };
            else
            {
                var taken = await TakeInAsync(import, rows.Key, rows, news, stop);
                report = report with { Entries = report.Entries + taken, Known = report.Known + rows.Count() - taken, Children = report.Children + 1 };
            }
        }

        import.Apply(JsonSerializer.Serialize(report), clock.GetUtcNow());
        await MovedAsync(import, news, stop);
    }

    private async Task<int> TakeInAsync(ChronologyImport import, Guid person, IEnumerable<EntryRow> rows, List<IHappened> news, CancellationToken stop)
    {
        var at = clock.GetUtcNow();
        var file = await store.Set<ChildFile>().SingleOrDefaultAsync(one => one.Org == import.Org && one.PersonId == person, stop);
        if (file is null)
        {
            store.Add(file = ChildFile.Begin(import.Org, person, at));
            news.Add(new ChildFileBegun(file.Ref));
        }

        var known = (await store.Set<ChildEntry>().Where(one => one.FileId == file.Id).Select(one => one.Sum).ToListAsync(stop)).Select(Convert.ToHexString).ToHashSet();
        var taken = 0;
        foreach (var row in rows)
        {
            var sum = row.Words.SumOf(import.Source, row.At);
            if (!known.Add(Convert.ToHexString(sum))) continue;
            var id = Guid.CreateVersion7(at);
            var about = AboutAdults.IsOne(row.Words);
            store.Add(new ChildEntry
            {
                Id = id,
                Org = import.Org,
                FileId = file.Id,
                Source = import.Source,
                ImportId = import.Id,
                HappenedAt = row.At,
                TakenInAt = at,
                ByName = import.ByName,
                Sealed = seal.Seal(id, row.Words),
                Sum = sum,
                AboutAnAdult = about,
                Barred = about ? await aboutAdults.MayMeanAsync(import.Org, row.Words, stop) : [],
            });
            taken++;
        }

        if (taken > 0) news.Add(new EntriesTakenIn(file.Ref, import.Source, import.Id, taken));
        return taken;
    }

    private async Task<int> KnownAsync(ChronologyImport import, Guid person, IEnumerable<EntryRow> rows, CancellationToken stop)
    {
        var file = await store.Set<ChildFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Org == import.Org && one.PersonId == person, stop);
        if (file is null) return 0;
        var known = (await store.Set<ChildEntry>().Where(one => one.FileId == file.Id).Select(one => one.Sum).ToListAsync(stop)).Select(Convert.ToHexString).ToHashSet();
        return rows.Count(row => known.Contains(Convert.ToHexString(row.Words.SumOf(import.Source, row.At))));
    }

    // Children whose files whoever imports does not open: their own, their family's, and those they are kept from.
    private async Task<IReadOnlySet<Guid>> AwayFromAsync(ChronologyImport import, CancellationToken stop)
    {
        var family = await people.RelativesOfAsync([import.ByIdentity], stop);
        var rows = await people.RowsOfAsync([import.ByIdentity, .. family], stop);
        var kept = await (from one in store.Set<KeptFrom>() where one.IdentityId == import.ByIdentity join file in store.Set<ChildFile>() on one.FileId equals file.Id select file.PersonId).ToListAsync(stop);
        return rows.Select(row => row.Id).Concat(kept).ToHashSet();
    }

    private async Task<EntryFile?> ReadAsync(ChronologyImport import, CancellationToken stop)
    {
        try
        {
            if (seal.OpenBytes(import.Id, import.File!) is not { } bytes) throw new EntriesUnreadable("The file cannot be opened any more: the site's key file has changed. Choose it again.");
            return ReadEntries.Of(import.FileName, bytes, clock.GetUtcNow());
        }
        catch (EntriesUnreadable refused)
        {
            import.Refuse(JsonSerializer.Serialize(new ImportReport { Refusal = refused.Message }), clock.GetUtcNow());
            await MovedAsync(import, [], stop);
            return null;
        }
    }

    private Task<Outcome> MovedAsync(ChronologyImport import, IReadOnlyList<IHappened> news, CancellationToken stop) => store.CommitAsync(
        new Deed(import.Org, import.ByIdentity, import.ByName, clock.GetUtcNow()), [new ChronologyImportMoved(import.Ref, import.State.ToString()), .. news], stop);

    private static ImportReport Report(EntryFile file) => new() { Rows = file.Rows.Count + file.LeftOut.Count, LeftOut = [.. file.LeftOut.Take(MostLeftOut)], Notices = [.. file.Notices.Take(100)] };

    private static PlannedMatch Of(PupilRow one) => new(one.PersonId, one.Name,
        string.Join(", ", new[] { one.YearGroup is { } year ? $"Year {year}" : null, one.Class, one.BornOn is { } born ? $"born {UkTime.InWords(born)}" : null, one.EndedOn is { } left ? $"left {UkTime.InWords(left)}" : null }.OfType<string>()));
}
