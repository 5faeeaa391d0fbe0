using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Custody.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

internal sealed record SearchAnswers
{
    /// <summary>Made with the form.</summary>
    public required Guid Id { get; init; }

    public required string Device { get; init; }

    public required string PupilName { get; init; }

    public required IReadOnlyList<string> Grounds { get; init; }

    public required string Because { get; init; }

    public required string Present { get; init; }

    public required DateTimeOffset SearchedAt { get; init; }

    public required string Examined { get; init; }

    public required string Found { get; init; }

    public required YesNoUnsure PossibleOffence { get; init; }
}

/// <summary>Writes down a search that the viewer made, if they may search.</summary>
internal sealed class RecordSearch(Store store, CustodyReach reach, WhoMaySearch whoMaySearch, WhoItMayMean who, FindNotices findNotices, CountOnce once, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid org, SearchAnswers answers, RandomReference? confiscation, CancellationToken stop)
    {
        if (await once.IsThereAsync<DeviceSearch>(answers.Id, stop)) return Outcome.Done;
        if (await whoMaySearch.RightOfAsync(viewer, org, UkTime.DateOf(answers.SearchedAt), stop) is not { } right) return Refusals.MayNotSearch;
        Confiscation? thing = null;
        if (confiscation is { } wanted)
        {
            thing = await reach.Confiscations(viewer).SingleOrDefaultAsync(one => one.Reference == wanted && one.Org == org, stop);
            if (thing is null) return Refusal.NotFound;
            if (!thing.IsOpen) return Refusals.GivenBackAlready;
        }

        var deed = viewer.Deed(org, clock.GetUtcNow());
        var search = new DeviceSearch
        {
            Id = answers.Id,
            Org = org,
            Reference = RandomReference.New(),
            ConfiscationId = thing?.Id,
            Device = answers.Device,
            PupilName = answers.PupilName,
            PupilIdentity = await who.PupilAsync(org, answers.PupilName, stop),
            Grounds = [.. answers.Grounds],
            Because = answers.Because,
            Authority = right,
            SearchedBy = viewer.IdentityId,
            SearchedByName = viewer.Name,
            Present = answers.Present,
            SearchedAt = answers.SearchedAt,
            Examined = answers.Examined,
            Found = answers.Found,
            PossibleOffence = answers.PossibleOffence,
            Guidance = (await findNotices.OfAsync(org, stop)).InShort,
            RecordedAt = deed.At,
        };
        search.Keep(await who.ToKeepAwayAsync(org, answers.PupilName, pupilsAlone: true, stop));
        store.Add(search);
        return await once.CommitAsync<DeviceSearch>(search.Id, deed,
            [new DeviceSearched(search.Ref, search.Device, search.Grounds, search.Because, right, search.Present, search.Examined, search.Found, search.PossibleOffence.InWords())], stop);
    }
}
