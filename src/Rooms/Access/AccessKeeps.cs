using Lifeguard.Kernel;

namespace Lifeguard.Access;

/// <summary>What this room keeps about people.</summary>
internal static class AccessKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "accounts",
            Name = "Accounts: address, password as a hash, passkeys and authenticators",
            AboutWhom = "Whoever can sign in, or could",
            Where = "In the database; what opens an account is hashed or sealed with the key file",
            Why = "To let in the right person and nobody else: UK GDPR, article 32",
            Ends = "Closed on the day somebody leaves; stays closed, so that the address is not taken by somebody else",
            Tables = ["account", "account_claim", "account_login", "account_token", "account_passkey", "recovery_code"],
        },
        new()
        {
            Key = "sessions",
            Name = "Where somebody is signed in: browser, times",
            AboutWhom = "Whoever can sign in",
            Where = "In the database; each person sees and ends their own",
            Why = "To keep the account safe: UK GDPR, article 32",
            Ends = "Erased by itself a day after it is over; a form that waited for a sign-in after an hour",
            Tables = ["session", "kept_form"],
        },
        new()
        {
            Key = "guesses",
            Name = "Wrong passwords: when, from where, for which name",
            AboutWhom = "Whoever tried, as hashes that name nobody",
            Where = "In the database",
            Why = "To stop guessing: UK GDPR, article 32",
            Ends = "Erased by itself after a day",
            Tables = ["guess"],
        },
        new()
        {
            Key = "invitations",
            Name = "Invitations and recoveries of lost phones, with who gave them",
            AboutWhom = "Whoever was invited or lost a phone, and the two who confirmed it",
            Where = "In the database, for administrators and those who confirm",
            Why = "To show years later who let somebody in",
            Ends = "Stays with the account",
            Tables = ["invitation", "recovery"],
        },
        new()
        {
            Key = "keys",
            Name = "The site's own keys",
            AboutWhom = "Nobody",
            Where = "In the database, sealed with the key file, which lies outside it",
            Why = "To seal cookies and drafts",
            Ends = "Replaced by themselves",
            Tables = ["installation", "protection_key"],
        },
    ];
}
