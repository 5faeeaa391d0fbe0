using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.Twins;

#pragma warning disable CA1304, CA1311 // The database makes the letters small.
/// <summary>Records of this person's organisations that are probably one human being, and those that were joined.</summary>
internal sealed class FindTwins(Store store, IPlaces places)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<TwinPair>> ProbableAsync(Viewer viewer, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, OrganisationPermissions.People, stop);
        var people = store.Set<Person>().AsNoTracking().Where(one => open.Contains(one.Org) && one.EndedOn == null && one.IdentityId != viewer.IdentityId);
        var emails = await people.Where(one => one.Email != null).GroupBy(one => one.Email!.ToLower()).Where(group => group.Select(one => one.IdentityId).Distinct().Count() > 1)
            .Select(group => group.Key).OrderBy(key => key).Take(Most).ToListAsync(stop);
        var births = await people.Where(one => one.BornOn != null).GroupBy(one => new { one.Folded, one.BornOn }).Where(group => group.Select(one => one.IdentityId).Distinct().Count() > 1)
            .Select(group => group.Key.Folded).OrderBy(key => key).Take(Most).ToListAsync(stop);
        var byEmail = (await people.Where(one => one.Email != null && emails.Contains(one.Email.ToLower())).ToListAsync(stop))
            .GroupBy(one => one.Email!.ToUpperInvariant()).SelectMany(group => Pairs(group, "the same e-mail address"));
        var byBirth = (await people.Where(one => one.BornOn != null && births.Contains(one.Folded)).ToListAsync(stop))
            .GroupBy(one => (one.Folded, one.BornOn)).SelectMany(group => Pairs(group, "the same name and date of birth"));
        return [.. byBirth.Concat(byEmail).DistinctBy(pair => (pair.Kept.Id, pair.Other.Id)).Take(Most)];
    }

    public async Task<IReadOnlyList<MergeLine>> JoinedAsync(Viewer viewer, CancellationToken stop)
    {
        var merges = await (await MergesForAsync(viewer, stop)).AsNoTracking().Where(one => one.UndoneAt == null).OrderByDescending(one => one.MergedAt).Take(Most).ToListAsync(stop);
        var ids = merges.SelectMany(one => (Guid[])[one.KeptPersonId, one.OtherPersonId]).ToList();
        var names = await store.Set<Person>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        return [.. merges.Where(one => names.ContainsKey(one.KeptPersonId) && names.ContainsKey(one.OtherPersonId))
            .Select(one => new MergeLine(one.Id, names[one.KeptPersonId], names[one.OtherPersonId], one.MergedAt, one.ByName))];
    }

    public async Task<IQueryable<IdentityMerge>> MergesForAsync(Viewer viewer, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, OrganisationPermissions.People, stop);
        return store.Set<IdentityMerge>().Where(one => open.Contains(one.Org) && one.KeptIdentity != viewer.IdentityId);
    }

    // The first with each of the others. A pupil never is an adult, and families share an address.
    private static IEnumerable<TwinPair> Pairs(IEnumerable<Person> same, string because) =>
        same.GroupBy(one => one.Kind is PersonKind.Pupil).SelectMany(sort =>
        {
            var rows = sort.OrderBy(one => one.Id).DistinctBy(one => one.IdentityId).ToList();
            return rows.Skip(1).Select(other => new TwinPair(TwinCard.Of(rows[0]), TwinCard.Of(other), because));
        });
}

#pragma warning restore CA1304, CA1311

internal sealed record TwinCard(Guid Id, string Name, PersonKind Kind, string? YearGroup, string? Class, string? Email)
{
    public static TwinCard Of(Person person) => new(person.Id, person.Name, person.Kind, person.YearGroup, person.Class, person.Email);
}

internal sealed record TwinPair(TwinCard Kept, TwinCard Other, string Because);

internal sealed record MergeLine(Guid Id, string Kept, string Other, DateTimeOffset MergedAt, string ByName);
