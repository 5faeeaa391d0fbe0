using Lifeguard.Access.Contracts;
using Lifeguard.Filtering.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.WebPasswords;

/// <summary>
/// Whether a name and a password for the web belong together. Who is in force and which password holds is asked afresh each time, so what
/// was withdrawn opens nothing a moment later in any copy of the site; only the slow part of the answer is remembered.
/// </summary>
internal sealed class CheckWebPassword(IPeopleInForce people, Store store, WebGuesses guesses)
{
    private const int LongestName = 256;
    private const int LongestPassword = 200;

    // A flood of guesses keeps one processor busy and leaves the others to people's pages.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public async Task<bool> RunAsync(string name, string password, CancellationToken stop)
    {
        if (name.Length > LongestName) name = name[..LongestName];
        if (password.Length > LongestPassword) password = password[..LongestPassword];
        var identity = await people.IdentityOfAsync(name, stop) ?? Guid.Empty;
        var kept = await store.Set<WebPassword>().AsNoTracking().SingleOrDefaultAsync(one => one.IdentityId == identity, stop);
        if (kept is not null && guesses.IsKnown(kept.MarkOf(password))) return true;

        // A name without a password cannot be guessed; counting it would let a flood of invented ones shut everybody out.
        var mayTry = kept is not null && guesses.MayTry(name);
        await OneAtATime.WaitAsync(stop);
        try
        {
            if (!WebPassword.Opens(kept, password) || !mayTry) return false;
        }
        finally
        {
            OneAtATime.Release();
        }

        guesses.WasRight(name, kept!.MarkOf(password));
        return true;
    }
}
