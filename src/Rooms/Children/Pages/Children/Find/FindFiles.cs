using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Find;

/// <summary>Children of a school: those with a file, and pupils by name. Neither list names a child who is near to the viewer.</summary>
internal sealed class FindFiles(Store store, FilesInReach files, IPeople people, IOrganisations organisations, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OrganisationCard>> SchoolsAsync(Viewer viewer, CancellationToken stop)
    {
        var schools = files.Schools(viewer);
        return [.. (await organisations.AllAsync(stop)).Where(one => schools.Contains(one.Id) && one.Kind is (OrganisationKind.School or OrganisationKind.OtherSetting))
            .OrderBy(one => one.Id != viewer.Home).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every file of the school that the viewer may know of; the list is noted before it is shown.</summary>
    public async Task<IReadOnlyList<ChildLine>> WithFileAsync(Viewer viewer, Guid school, CancellationToken stop)
    {
        var found = await (await files.ForAsync(viewer, stop)).AsNoTracking().Where(file => file.Org == school).OrderByDescending(file => file.BegunAt).Take(Most).ToListAsync(stop);
        if (found.Count == 0) return [];

        await store.CommitAsync(viewer.Deed(school, clock.GetUtcNow()), new ListRead(new RecordRef("children", school), "children", [.. found.Select(file => file.Id)]), stop);
        var cards = await people.CardsAsync([.. found.Select(file => file.PersonId)], stop);
        return [.. found.Where(file => cards.ContainsKey(file.PersonId)).Select(file => Line(cards[file.PersonId], file.Reference)).OrderBy(line => line.Name, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<ChildLine>> ByNameAsync(Viewer viewer, Guid school, string words, CancellationToken stop)
    {
        var found = await people.FindAsync(viewer, school, words, [PersonKind.Pupil], 50, stop);
        if (found.Count == 0) return [];

        var ids = found.Select(one => one.Id).ToList();
        // A child whose file is kept from this viewer is not offered, with a file or without.
        var kept = (await files.NearAsync(viewer, stop)).ToHashSet();
        var there = await store.Set<ChildFile>().AsNoTracking().Where(file => ids.Contains(file.PersonId)).Select(file => new { file.PersonId, file.Id }).ToListAsync(stop);
        var open = await (await files.ForAsync(viewer, stop)).AsNoTracking().Where(file => ids.Contains(file.PersonId)).ToDictionaryAsync(file => file.PersonId, file => file.Reference, stop);
        kept.UnionWith(there.Where(file => !open.ContainsKey(file.PersonId)).Select(file => file.PersonId));
        return [.. found.Where(one => !kept.Contains(one.Id)).Select(one => Line(one, open.TryGetValue(one.Id, out var reference) ? reference : null))];
    }

    private static ChildLine Line(PersonCard card, RandomReference? file) => new(card.Id, card.Name, ChildPages.About(card), file);
}

/// <param name="File">Null where no file was begun.</param>
internal sealed record ChildLine(Guid PersonId, string Name, string About, RandomReference? File);
