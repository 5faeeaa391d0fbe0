using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Referrals;

/// <summary>Records that another agency was asked or told, or the decision not to, with its reasons.</summary>
internal sealed class RecordReferral(Store store, IncidentPages pages, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, ReferralAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPages.WorksOn(viewer, incident)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;

        var at = clock.GetUtcNow();
        var referral = new Referral
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            Agency = answers.Agency,
            AgencyName = answers.AgencyName,
            What = answers.What.ToString(),
            SpokenTo = answers.SpokenTo,
            At = answers.At,
            TheirReference = answers.TheirReference,
            Advice = answers.Advice,
            Shared = answers.Shared,
            Reasons = answers.Reasons,
            HeadConsulted = answers.HeadConsulted,
            ByIdentity = viewer.IdentityId,
            ByName = viewer.Name,
        };
        if (answers is { What: ReferralKind.Advice, Advice: not null }) referral.AdvisedAtOnce(at);
        if (referral.AwaitsResult && answers.AskAgainOn is null) return Refusals.AskAgainMissing;
        if (answers.AskAgainOn is { } again) referral.AskAgain(again);
        store.Set<Referral>().Add(referral);
        var news = new ReferralDecided(
            incident.Ref, referral.Id, referral.Agency, referral.AgencyName, referral.What, referral.SpokenTo, referral.TheirReference, referral.Advice, referral.Reasons, referral.At, referral.AskAgainOn);
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
