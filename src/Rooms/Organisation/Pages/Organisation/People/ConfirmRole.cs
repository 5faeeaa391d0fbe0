using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>The second person's yes or no to a role that opens records or gives rights.</summary>
internal sealed class ConfirmRole(Store store, IPlaces places, AppointPerson appoint, TimeProvider clock)
{
    public async Task<IReadOnlyList<ProposalToConfirm>> WaitingAsync(Viewer viewer, CancellationToken stop)
    {
        var open = await places.OpenAsync(viewer, OrganisationPermissions.ConfirmRoles, stop);
        var waiting = await (from proposal in store.Set<RoleProposal>().AsNoTracking()
                             where open.Contains(proposal.Org) && proposal.Answer == ProposalAnswer.Waiting && proposal.ProposedBy != viewer.IdentityId
                             join person in store.Set<Person>() on proposal.PersonId equals person.Id
                             join place in store.Set<Model.Organisation>() on proposal.Org equals place.Id
                             where person.IdentityId != viewer.IdentityId
                             orderby proposal.ProposedAt
                             select new { Proposal = proposal, Person = person, Place = place.Name }).ToListAsync(stop);
        return [.. waiting.Select(one => new ProposalToConfirm(one.Proposal, one.Person.Name, one.Place))];
    }

    public async Task<Outcome> YesAsync(Viewer viewer, Guid id, CancellationToken stop)
    {
        if (await FindAsync(viewer, id, OrganisationPermissions.ConfirmRoles, stop) is not var (proposal, person)) return Refusal.NotFound;

        var deed = viewer.Deed(proposal.Org, clock.GetUtcNow());
        var outcome = proposal.Confirm(person.IdentityId, deed);
        if (!outcome.IsDone) return outcome;

        // It was nobody's before the second yes, whatever day was written down.
        var today = UkTime.DateOf(deed.At);
        store.Also(Settled(proposal, person));
        return await appoint.RunAsync(new RoleToGive(person.Id, proposal.Role, proposal.From > today ? proposal.From : today)
        {
            Until = proposal.Until,
            CoversFor = proposal.CoversFor,
            AppointedBy = proposal.GivenBy,
        }, deed, stop);
    }

    public Task<Outcome> NoAsync(Viewer viewer, Guid id, CancellationToken stop) =>
        SettleAsync(viewer, id, OrganisationPermissions.ConfirmRoles, (proposal, person, deed) => proposal.Refuse(person.IdentityId, deed), stop);

    public Task<Outcome> TakeBackAsync(Viewer viewer, Guid id, CancellationToken stop) =>
        SettleAsync(viewer, id, OrganisationPermissions.GiveRoles, (proposal, _, deed) => proposal.TakeBack(deed), stop);

    private async Task<Outcome> SettleAsync(Viewer viewer, Guid id, string permission, Func<RoleProposal, Person, Deed, Outcome> settle, CancellationToken stop)
    {
        if (await FindAsync(viewer, id, permission, stop) is not var (proposal, person)) return Refusal.NotFound;

        var deed = viewer.Deed(proposal.Org, clock.GetUtcNow());
        var outcome = settle(proposal, person, deed);
        return outcome.IsDone ? await store.CommitAsync(deed, Settled(proposal, person), stop) : outcome;
    }

    private async Task<(RoleProposal Proposal, Person Person)?> FindAsync(Viewer viewer, Guid id, string permission, CancellationToken stop)
    {
        if (!viewer.May(permission)) return null;
        var open = await places.OpenAsync(viewer, permission, stop);
        if (await store.Set<RoleProposal>().SingleOrDefaultAsync(one => one.Id == id && open.Contains(one.Org), stop) is not { } proposal) return null;
        return (proposal, await store.Set<Person>().SingleAsync(one => one.Id == proposal.PersonId, stop));
    }

    private static RoleProposalSettled Settled(RoleProposal proposal, Person person) =>
        new(new RecordRef("person", person.Id), person.IdentityId, proposal.Org, proposal.Role, proposal.Answer.ToString());
}

internal sealed record ProposalToConfirm(RoleProposal Proposal, string Name, string Place)
{
    public string Dates => UkTime.Days(Proposal.From, Proposal.Until);
}
