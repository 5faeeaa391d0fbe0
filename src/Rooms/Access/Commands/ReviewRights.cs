using Lifeguard.Access.Model;
using Lifeguard.Access.Review;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Commands;

/// <summary><c>lifeguard rights show</c> and <c>lifeguard rights confirm --by NAME</c></summary>
public sealed class ReviewRights
{
    private const int Done = 0;
    private const int Refused = 2;
    private readonly Store _store;
    private readonly ReviewOfRights _review;
    private readonly IRoles _roles;
    private readonly IPeople _people;
    private readonly IOrganisations _organisations;
    private readonly TimeProvider _clock;

    internal ReviewRights(Store store, ReviewOfRights review, IRoles roles, IPeople people, IOrganisations organisations, TimeProvider clock) =>
        (_store, _review, _roles, _people, _organisations, _clock) = (store, review, roles, people, organisations, clock);

    /// <summary>Lists everybody who can sign in, with the roles of today.</summary>
    public async Task<int> ShowAsync(TextWriter output, CancellationToken stop)
    {
        var identities = await _store.Set<Account>().AsNoTracking().Where(account => account.ClosedAt == null).Select(account => account.IdentityId).Distinct().ToListAsync(stop);
        var names = (await _people.RowsOfAsync(identities, stop)).ToLookup(row => row.IdentityId, row => row.Name);
        var roles = (await _roles.RolesOfAsync(identities, UkTime.DateOf(_clock.GetUtcNow()), stop)).ToLookup(held => held.IdentityId);
        var places = (await _organisations.AllAsync(stop)).ToDictionary(one => one.Id, one => one.Name);
        foreach (var (identity, name) in identities.Select(one => (one, names[one].FirstOrDefault() ?? "Somebody without a name")).OrderBy(one => one.Item2, StringComparer.OrdinalIgnoreCase))
        {
            var held = roles[identity].Select(one => $"{one.Role.InWords()} at {places.GetValueOrDefault(one.Org, "an organisation that is gone")}").ToList();
            await output.WriteLineAsync($"{name}: {(held.Count == 0 ? "no role" : string.Join("; ", held))}");
        }

        await output.WriteLineAsync(await _review.ClosedSinceAsync(stop) is { } since
            ? $"""

              Sign-in is closed since {UkTime.Brief(since)}, when a backup was restored. Ask who has left, whose role has ended and whose password was
              closed since the backup. Let a role end with "role end"; then open sign-in with "rights confirm --by NAME".
              """
            : $"{identities.Count} people can sign in.");
        return Done;
    }

    /// <param name="by">Who has looked through the list; it stands in the journal.</param>
    public async Task<int> ConfirmAsync(string by, TextWriter output, CancellationToken stop)
    {
        if (await _review.ClosedSinceAsync(stop) is null)
        {
            await output.WriteLineAsync("Sign-in is open already. Nothing was changed.");
            return Refused;
        }

        if (string.IsNullOrWhiteSpace(by))
        {
            await output.WriteLineAsync("Say who has looked through the rights. Nothing was changed.");
            return Refused;
        }

        await _review.ConfirmAsync(by.Trim(), Deed.OfSystem(Guid.Empty, "Command line", _clock.GetUtcNow()), stop);
        await output.WriteLineAsync($"Reviewed by {by.Trim()}. People can sign in again.");
        return Done;
    }
}
