using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Access.Sessions;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Commands;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Access.Commands;

/// <summary>
/// <c>lifeguard account open EMAIL --person NAME --school NAME</c>: an invitation for somebody of the roster, whose link is printed once,
/// to hand over in person. It is how the first administrator comes in; they invite all others. Nobody ever chooses another's password.
/// </summary>
public sealed class OpenAccount(Store store, FindByName find, IConfiguration configuration, TimeProvider clock)
{
    private const int Done = 0;
    private const int Refused = 2;
    private static readonly TimeSpan Lives = TimeSpan.FromDays(7);

    /// <returns>0 when the invitation stands, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string email, string person, string? school, TextWriter output, CancellationToken stop)
    {
        if (await find.AdultAsync(school, person, output, stop) is not { } who) return Refused;

        var now = clock.GetUtcNow();
        if (await store.Set<Account>().AnyAsync(one => one.IdentityId == who.IdentityId && one.ClosedAt == null, stop))
        {
            await output.WriteLineAsync(Refusals.HasAccount.Sentence);
            await output.WriteLineAsync("Nothing was changed.");
            return Refused;
        }

        var token = SessionTokens.New();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            Org = who.Org,
            PersonId = who.Id,
            IdentityId = who.IdentityId,
            Name = who.Name,
            Email = email,
            InvitedBy = null,
            InvitedAt = now,
            EndsAt = now + Lives,
        };
        invitation.GiveLink(SessionTokens.Hash(token));
        store.Add(invitation);
        await store.CommitAsync(Deed.OfSystem(who.Org, "Command line", now), new PersonInvited(new RecordRef(InvitationLetter.Kind, invitation.Id), who.IdentityId), stop);

        await output.WriteLineAsync(
            $"""
            {who.Name} can make an account for {email} with this link, once, within seven days:
            {new Uri(new Uri(configuration["Lifeguard:Site"] ?? "http://localhost:5080"), SignInPages.Invitation + token)}
            It is not kept anywhere and is not shown again. Hand it over in person.
            """);
        return Done;
    }
}
