namespace Lifeguard.Access.Model;

/// <summary>Limits of a session and of guessing (Cyber Essentials v3.2: at most ten tries).</summary>
internal sealed class AccessSettings
{
    /// <summary>How long a session may rest.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The same for those who read cases and those who give access.</summary>
    public TimeSpan IdleOfReaders { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The same for everybody who said that the computer is shared.</summary>
    public TimeSpan IdleOnShared { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(10);

    /// <summary>Guesses in <see cref="GuessesWithin"/> for one account from computers that it does not know.</summary>
    public int Guesses { get; init; } = 10;

    public TimeSpan GuessesWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Wrong codes a day, counted apart for computers that the account knows and all others. Three codes of a million are right at any
    /// moment, so thirty guesses find one in fewer than 1 of 10,000 days.
    /// </summary>
    public int CodesADay { get; init; } = 15;

    /// <summary>So many accounts guessed at from one address within <see cref="SpreadWithin"/>, in so many guesses, is spread guessing.</summary>
    public int SpreadNames { get; init; } = 15;

    public int SpreadGuesses { get; init; } = 40;

    public TimeSpan SpreadWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How old a second factor may be on a page that asks for it again.</summary>
    public TimeSpan StepUpWithin { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan InvitationLives { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long the link lives that is shown when two people have confirmed a lost phone.</summary>
    public TimeSpan RecoveryLinkLives { get; init; } = TimeSpan.FromHours(4);

    public TimeSpan DevicesAreKnownFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>A file of SHA-1 hashes of breached passwords, one a line and sorted, as public services give them; null for the list that is built in alone.</summary>
    public string? BreachedPasswords { get; init; }
}
