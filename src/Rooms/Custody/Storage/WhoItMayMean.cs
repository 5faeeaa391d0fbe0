using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Custody.Storage;

/// <summary>
/// Whom a written name may mean, and who is too near to them: they never learn of what was written. Rather one too many; what somebody
/// has read about themselves cannot be taken back.
/// </summary>
internal sealed class WhoItMayMean(IPeople people)
{
    /// <summary>Adults of the place whom the name fits, and pupils whose name it is, with everybody's relatives.</summary>
    /// <param name="pupilsAlone">It is a pupil's name: a teacher who shares the family name is not meant.</param>
    public async Task<IReadOnlySet<Guid>> ToKeepAwayAsync(Guid org, string? name, bool pupilsAlone, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(name)) return new HashSet<Guid>();
        HashSet<Guid> meant = [.. await PupilsAsync(org, name, stop)];
        if (!pupilsAlone) meant.UnionWith((await people.MatchAdultsAsync(org, name, stop)).Select(card => card.IdentityId));
        if (meant.Count > 0) meant.UnionWith(await people.RelativesOfAsync([.. meant], stop));
        return meant;
    }

    /// <summary>The pupil of this name, where exactly one has it.</summary>
    public async Task<Guid?> PupilAsync(Guid org, string name, CancellationToken stop) =>
        await PupilsAsync(org, name, stop) is { Count: 1 } one ? one[0] : null;

    private async Task<IReadOnlyList<Guid>> PupilsAsync(Guid org, string name, CancellationToken stop)
    {
        var wanted = Words(name);
        return wanted.Count < 2 ? [] :
        [
            .. (await people.NamesAsync(org, stop)).Where(known => known.Kind == PersonKind.Pupil && known.Given.Any(given => wanted.SetEquals(Words($"{given} {known.Family}"))))
                .Select(known => known.IdentityId).Distinct(),
        ];
    }

    private static HashSet<string> Words(string name) => [.. name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
