using System.Security.Cryptography;
using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Commands;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Access.Commands;

/// <summary>
/// <c>lifeguard account open EMAIL --person NAME --school NAME</c>: a way in for somebody of the roster, with a first password that is
/// made here and printed once. Invitations take its place; nobody ever chooses another's password.
/// </summary>
public sealed class OpenAccount(IAccounts accounts, FindByName find, TimeProvider clock)
{
    private const int Done = 0;
    private const int Refused = 2;

    // Without I, L, O, U, 0 and 1: it is read from a screen and typed by somebody else.
    private const string Alphabet = "23456789abcdefghjkmnpqrstvwxyz";

    /// <returns>0 when the account stands, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string email, string person, string? school, TextWriter output, CancellationToken stop)
    {
        if (await find.AdultAsync(school, person, output, stop) is not { } who) return Refused;

        var password = NewPassword();
        var deed = Deed.OfSystem(who.Org, "Command line", clock.GetUtcNow());
        var outcome = await accounts.OpenAsync(who.IdentityId, who.Org, email, password, null, deed, stop);
        if (!outcome.IsDone)
        {
            foreach (var refusal in outcome.Refusals) await output.WriteLineAsync(refusal.Sentence);
            await output.WriteLineAsync("Nothing was changed.");
            return Refused;
        }

        await output.WriteLineAsync(
            $"""
            {who.Name} can sign in with {email}.
            First password: {password}
            It is not kept anywhere and is not shown again. Hand it over in person.
            """);
        return Done;
    }

    // Twenty characters of thirty: 98 bits.
    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
