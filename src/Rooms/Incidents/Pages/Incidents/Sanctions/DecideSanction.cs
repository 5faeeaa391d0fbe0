using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Pages.Incidents.Conduct;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Sanctions;

/// <summary>A head decides about somebody's conduct. Everything that comes first is asked for again here.</summary>
internal sealed class DecideSanction(Store store, FindMatrix findMatrix, FindSanctions findSanctions, GiveAction giveAction, IncidentPages pages, IPeople people, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, SanctionAnswers answers, CancellationToken stop)
    {
        await using var work = await store.BeginAsync(stop);
        if (await pages.HoldAloneAsync(viewer, reference, stop) is not { } incident) return Refusal.NotFound;
        if (!IncidentPermissions.DecidesIn(viewer, incident.Org)) return Refusals.NotYourDesk;
        if (incident.MayBeWorkedOn() is { IsDone: false } refused) return refused;
        var person = await store.Set<Involvement>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == answers.InvolvementId && one.IncidentId == incident.Id && one.RemovedAt == null && one.Part == Part.SaidToHaveDoneIt, stop);
        if (person is null) return Refusal.NotFound;
        if (await findMatrix.OfAsync(incident.Org, stop) is not { } matrix) return SanctionRefusals.NotApproved;
        if (matrix.Categories.FirstOrDefault(one => one.Key == answers.Category) is not { } category || category.For != FindSanctions.KindOf(person)) return SanctionRefusals.NotThatMatrix;
        var missing = await findSanctions.MissingAsync(incident, stop);
        if (missing.Count > 0) return Outcome.Refused(missing);

        var at = clock.GetUtcNow();
        var sanction = new Sanction
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = incident.Id,
            InvolvementId = person.Id,
            PersonId = person.PersonId,
            YearGroup = person.PersonId is { } id ? (await people.CardsAsync([id], stop)).GetValueOrDefault(id)?.YearGroup : null,
            Category = category.Key,
            CategoryTitle = category.Title,
            MatrixNumber = matrix.Number,
            Options = [.. answers.Options],
            Reasons = answers.Reasons,
            Proportion = answers.Proportion,
            Needs = answers.Needs,
            ForTheHarmed = answers.ForTheHarmed,
            InternetUntil = answers.InternetUntil,
            ParentsToldOn = answers.ParentsToldOn,
            ByIdentity = viewer.IdentityId,
            ByName = viewer.Name,
            At = at,
        };
        store.Set<Sanction>().Add(sanction);
        List<IHappened> news = [new SanctionDecided(incident.Ref, sanction.Id, person.Name, category.Title, sanction.Options, sanction.Reasons)];
        // What was taken away for a time comes back only if somebody is asked to give it back.
        if (answers.InternetUntil is { } until)
            news.Add(giveAction.Run(viewer, incident, "Give internet access back: the time that was decided is over.", (viewer.IdentityId, viewer.Name), until, at));
        return await store.CommitAsync(viewer.Deed(incident.Org, at), news, stop);
    }
}
