using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Actions;

/// <summary>Who may be given something to do on a record: exactly those who may read it, so that the task gives nothing away.</summary>
internal sealed class FindReaders(IncidentAudience audience, IPeople people)
{
    public async Task<IReadOnlyList<Reader>> OfAsync(Guid incidentId, Guid school, CancellationToken stop)
    {
        var readers = await audience.ReadersAsync(incidentId, stop);
        var rows = readers.Count == 0 ? [] : await people.RowsOfAsync(readers, stop);
        return [.. rows.Where(row => row.Kind != PersonKind.Pupil).GroupBy(row => row.IdentityId)
            .Select(same => same.FirstOrDefault(row => row.Org == school) ?? same.First())
            .Select(row => new Reader(row.IdentityId, row.Name, row.JobTitle))
            .OrderBy(reader => reader.Name, StringComparer.CurrentCulture)];
    }
}

internal sealed record Reader(Guid Identity, string Name, string? Post)
{
    public string InWords => string.IsNullOrWhiteSpace(Post) ? Name : $"{Name}, {Post}";
}
