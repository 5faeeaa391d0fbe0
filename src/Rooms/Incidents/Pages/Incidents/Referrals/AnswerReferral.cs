using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

/// <summary>Records what an agency answered, and on which day; or why it is asked again later.</summary>
internal sealed class AnswerReferral(Store store, IReference agencyAnswers, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid referralId, AgencyAnswer answer, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (await store.Set<Referral>().SingleOrDefaultAsync(one => one.Id == referralId && one.IncidentId == incident.Id, stop) is not { } referral) return Refusal.NotFound;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;

        var at = clock.GetUtcNow();
        var label = agencyAnswers.Choice(ChoiceList.ReferralOutcomes, answer.Key)?.Label ?? answer.Key;
        var result = answer.Said is null ? label : $"{label}. {answer.Said}";
        var outcome = referral.Hear(answer.Key, result, answer.On, answer.AskAgainOn, at);
        if (!outcome.IsDone) return outcome;
        return await store.CommitAsync(viewer.Deed(incident.Org, at), new ReferralAnswered(incident.Ref, referral.Id, referral.AgencyName, $"{result} ({UkTime.InWords(answer.On)})", referral.AskAgainOn, answer.Key != Referral.NoAnswer), stop);
    }
}

/// <summary>What an agency answered, checked; or that it has not, and when it is asked again.</summary>
internal sealed record AgencyAnswer(string Key, string? Said, DateOnly On, DateOnly? AskAgainOn);
