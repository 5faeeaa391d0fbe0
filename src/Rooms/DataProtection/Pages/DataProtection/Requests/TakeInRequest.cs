using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>What was typed when a request came in.</summary>
/// <param name="About">The human being; nobody for somebody whom the school's people do not name.</param>
internal sealed record RequestTaken(RequestKind Kind, string AskedBy, Guid About, string AboutName, string IdentityChecked, DateOnly ReceivedOn);

/// <summary>Writes a request down, opens its duty, and asks every desk that has somebody to look through what it holds.</summary>
internal sealed class TakeInRequest(Store store, IEnumerable<IKeeper> keepers, IDuties duties, IWorkingTime workingTime, TimeProvider clock)
{
    public const string Duty = "answer-request";
    public const string Desk = "data-protection";

    public async Task<(Outcome Outcome, RandomReference Reference)> RunAsync(Viewer viewer, Guid org, RequestTaken taken, CancellationToken stop)
    {
        // Somebody else works on what concerns oneself.
        if (taken.About == viewer.IdentityId) return (Refusals.AboutOneself, default);

        var deed = viewer.Deed(org, clock.GetUtcNow());
        var calendar = await workingTime.ForAsync(org, stop);
        var request = new PersonRequest
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = org,
            Reference = RandomReference.New(),
            Kind = taken.Kind,
            AskedBy = taken.AskedBy,
            About = taken.About,
            AboutName = taken.AboutName,
            IdentityChecked = taken.IdentityChecked,
            ReceivedOn = taken.ReceivedOn,
            DueOn = PersonRequest.Due(taken.Kind, taken.ReceivedOn, extended: false, calendar.IsWorkingDay),
            TakenByName = viewer.Name,
        };
        store.Add(request);
        if (request.GathersRecords)
        {
            foreach (var keeper in keepers)
            {
                foreach (var desk in await keeper.DesksAsync(org, stop))
                    store.Add(new RequestPart { Id = Guid.CreateVersion7(deed.At), Org = org, RequestId = request.Id, Desk = desk.Key, DeskName = desk.Name });
            }
        }

        await duties.OpenAsync(DutyOf(request, Duty), deed, stop);
        return (await store.CommitAsync(deed, new PersonAsked(request.Ref, request.Kind.ToString(), request.ReceivedOn, request.DueOn), stop), request.Reference);
    }

    public static DutyToOpen DutyOf(PersonRequest request, string key) => new()
    {
        Record = request.Ref,
        Key = key,
        Asks = RequestWords.Asks(request.Kind),
        Holders = [DutyHolder.At(Desk)],
        DueAt = UkTime.Midnight(request.DueOn.AddDays(1)).AddMinutes(-1),
    };
}
