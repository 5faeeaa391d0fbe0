using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Pages.Duties.Rota;

/// <summary>Puts somebody of the team on duty. Asked once more here who that is: the page may have stood open for an hour.</summary>
internal sealed class SetOnDuty(Store store, FindRota findRota, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, Guid school, OnDutyAnswers answers, CancellationToken stop)
    {
        if ((await findRota.SchoolsAsync(viewer, stop)).All(one => one.Id != school)) return Refusal.NotFound;
        if ((await findRota.TeamAsync(school, stop)).FirstOrDefault(one => one.IdentityId == answers.Identity) is not { } holder) return Refusals.NotOfTheTeam;
        if (answers.Last < answers.First) return Refusals.EndsBeforeItBegins;
        if (await IsSetAsync(school, answers, stop)) return Outcome.Done;

        var at = clock.GetUtcNow();
        var shift = new OnDutyShift
        {
            Id = Guid.CreateVersion7(at),
            Org = school,
            IdentityId = holder.IdentityId,
            Name = holder.Name,
            FirstDay = answers.First,
            LastDay = answers.Last,
            Times = answers.Times,
            Telephone = answers.Telephone,
            SetAt = at.ToUniversalTime(),
        };
        store.Add(shift);
        try
        {
            var news = new OnDutySet(new RecordRef("organisation", school), shift.Id, shift.IdentityId, shift.Name, shift.FirstDay, shift.LastDay, shift.Times.ToString());
            return await store.CommitAsync(viewer.Deed(school, at), news, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // The other click of the two was first.
            store.ChangeTracker.Clear();
            if (await IsSetAsync(school, answers, stop)) return Outcome.Done;
            throw;
        }
    }

    private Task<bool> IsSetAsync(Guid school, OnDutyAnswers answers, CancellationToken stop) => store.Set<OnDutyShift>().AnyAsync(
        shift => shift.Org == school && shift.IdentityId == answers.Identity && shift.FirstDay == answers.First && shift.LastDay == answers.Last
            && shift.Times == answers.Times && shift.Telephone == answers.Telephone, stop);
}

internal sealed record OnDutyAnswers(Guid Identity, DateOnly First, DateOnly Last, OnDutyTimes Times, string? Telephone);
