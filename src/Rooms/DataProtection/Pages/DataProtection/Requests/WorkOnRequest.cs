using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Acknowledges a request, extends its time, or answers it.</summary>
internal sealed class WorkOnRequest(Store store, IPlaces places, IDuties duties, IWorkingTime workingTime, TimeProvider clock)
{
    private const string Extended = "answer-request-extended";

    public Task<Outcome> AcknowledgeAsync(Viewer viewer, RandomReference reference, CancellationToken stop) => RunAsync(viewer, reference, async (request, deed) =>
    {
        var outcome = request.Acknowledge(UkTime.DateOf(deed.At));
        // For a complaint this is what the law gives a time for; its answer then follows without undue delay.
        if (outcome.IsDone && request.Kind == RequestKind.Complaint) await duties.SettleAsync(request.Ref, TakeInRequest.Duty, "acknowledged", deed, stop);
        return outcome;
    }, "acknowledged", stop);

    public Task<Outcome> ExtendAsync(Viewer viewer, RandomReference reference, string why, CancellationToken stop) => RunAsync(viewer, reference, async (request, deed) =>
    {
        if (request.Kind == RequestKind.Complaint) return Refusals.NothingToExtend;
        var calendar = await workingTime.ForAsync(request.Org, stop);
        var outcome = request.Extend(PersonRequest.Due(request.Kind, request.ReceivedOn, extended: true, calendar.IsWorkingDay), why);
        if (!outcome.IsDone) return outcome;
        await duties.SettleAsync(request.Ref, TakeInRequest.Duty, "extended", deed, stop);
        await duties.OpenAsync(TakeInRequest.DutyOf(request, Extended), deed, stop);
        return outcome;
    }, "extended", stop);

    /// <summary>Once it is answered the words that were given are not kept a second time.</summary>
    public Task<Outcome> AnswerAsync(Viewer viewer, RandomReference reference, string answer, CancellationToken stop) => RunAsync(viewer, reference, async (request, deed) =>
    {
        if (await store.Set<RequestPart>().AnyAsync(part => part.RequestId == request.Id && part.FinishedAt == null, stop)) return Refusals.NotLookedThrough;
        var outcome = request.AnswerWith(answer, UkTime.DateOf(deed.At), deed);
        if (!outcome.IsDone) return outcome;
        store.RemoveRange(await store.Set<RequestEntry>().Where(entry => entry.RequestId == request.Id).ToListAsync(stop));
        store.RemoveRange(await store.Set<RequestLook>().Where(look => look.RequestId == request.Id).ToListAsync(stop));
        await duties.SettleAllForAsync(request.Ref, "answered", deed, stop);
        return outcome;
    }, "answered", stop);

    private async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Func<PersonRequest, Deed, Task<Outcome>> act, string to, CancellationToken stop)
    {
        var mine = await places.OpenAsync(viewer, DataProtectionPermissions.Requests, stop);
        if (await store.RequestsFor(viewer, mine).SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } request) return Refusal.NotFound;
        var deed = viewer.Deed(request.Org, clock.GetUtcNow());
        var outcome = await act(request, deed);
        return outcome.IsDone ? await store.CommitAsync(deed, new RequestMoved(request.Ref, to), stop) : outcome;
    }
}
