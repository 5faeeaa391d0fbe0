using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class PupilList(Store store) : IPupilList
{
    // How a plain file's numbers are kept, apart from those of staff and parents.
    private const string OfPupils = "pupil:";

    public async Task<IReadOnlyList<PupilRow>> OfAsync(Guid org, CancellationToken stop)
    {
        var pupils = await store.Set<Person>().AsNoTracking().Where(person => person.Org == org && person.Kind == PersonKind.Pupil)
            .OrderBy(person => person.FamilyName).ThenBy(person => person.GivenName).ThenBy(person => person.Id).ToListAsync(stop);
        return [.. pupils.Select(one => new PupilRow(one.Id, one.IdentityId, one.GivenName, one.FamilyName, one.KnownAs, one.BornOn, one.YearGroup, one.Class, Number(one.SourceId), one.EndedOn))];
    }

    private static string? Number(string? sourceId) => sourceId?.StartsWith(OfPupils, StringComparison.Ordinal) is true ? sourceId[OfPupils.Length..] : sourceId;
}
