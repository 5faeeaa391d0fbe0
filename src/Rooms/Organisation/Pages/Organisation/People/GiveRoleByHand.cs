using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>
/// Gives a role, or, where it opens records or gives rights, proposes it to a second person. While an organisation is being set up and
/// nobody ever led or governed it, there is no second person yet, and the first roles begin at once.
/// </summary>
internal sealed class GiveRoleByHand(Store store, FindPerson findPerson, FindConfirmers confirmers, AppointPerson appoint, TimeProvider clock)
{
    /// <returns>Waits: the role begins when a second person has said yes.</returns>
    public async Task<(Outcome Outcome, bool Waits)> RunAsync(Viewer viewer, RandomReference reference, RoleAnswers answers, CancellationToken stop)
    {
        if (await findPerson.RecordAsync(viewer, reference, OrganisationPermissions.GiveRoles, stop) is not { } person) return (Refusal.NotFound, false);
        if (person.IdentityId == viewer.IdentityId) return (Refusals.OwnRole, false);

        var deed = viewer.Deed(person.Org, clock.GetUtcNow());
        var covers = answers.CoversFor is { } covered ? await CoveredAsync(person, answers.Role, covered, stop) : null;
        if (answers.CoversFor is not null && covers is null) return (Refusals.CoversNobody, false);

        var give = new RoleToGive(person.Id, answers.Role, answers.From) { Until = answers.Until, CoversFor = covers, AppointedBy = answers.AppointedBy };
        if (!SecondPerson.Roles.Contains(answers.Role) || !await confirmers.EverAsync(person.Org, stop))
            return (await appoint.RunAsync(give with { AppointedBy = string.IsNullOrEmpty(answers.AppointedBy) ? viewer.Name : $"{answers.AppointedBy} ({viewer.Name})" }, deed, stop), false);

        var may = await appoint.MayAsync(person, give, stop);
        return (may.IsDone ? await ProposeAsync(person, give, deed, stop) : may, true);
    }

    private async Task<Outcome> ProposeAsync(Person person, RoleToGive give, Deed deed, CancellationToken stop)
    {
        if (await store.Set<RoleProposal>().AnyAsync(one => one.PersonId == person.Id && one.Role == give.Role && one.Answer == ProposalAnswer.Waiting, stop)) return Refusals.ProposedAlready;

        store.Add(new RoleProposal
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = person.Org,
            PersonId = person.Id,
            Role = give.Role,
            From = give.From,
            Until = give.Until,
            AppointedBy = give.AppointedBy,
            CoversFor = give.CoversFor,
            ProposedBy = deed.By!.Value,
            ProposedByName = deed.ByName,
            ProposedAt = deed.At,
        });
        try
        {
            return await store.CommitAsync(deed, new RoleProposed(new RecordRef("person", person.Id), person.IdentityId, person.Org, give.Role, give.From, give.Until), stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // The other click of the two was first.
            return Refusals.ProposedAlready;
        }
    }

    // Whoever is covered holds the role, there.
    private async Task<Guid?> CoveredAsync(Person person, Role role, RandomReference covered, CancellationToken stop) =>
        await (from appointment in store.Set<Appointment>()
               where appointment.Org == person.Org && appointment.Role == role
               join one in store.Set<Person>() on appointment.PersonId equals one.Id
               where one.Reference == covered && one.Id != person.Id
               select (Guid?)one.Id).FirstOrDefaultAsync(stop);
}

internal sealed record RoleAnswers(Role Role, DateOnly From, DateOnly? Until, string? AppointedBy, RandomReference? CoversFor);
