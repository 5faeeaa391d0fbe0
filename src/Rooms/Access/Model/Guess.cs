namespace Lifeguard.Access.Model;

/// <summary>A try at signing in that has not succeeded. Kept for a day, for counting; it holds hashes and no words.</summary>
internal sealed class Guess
{
    public required Guid Id { get; init; }

    /// <summary>Of the e-mail address as typed, known or not, so that both are counted alike.</summary>
    public required byte[] NameHash { get; init; }

    /// <summary>The computer, when the account knows it.</summary>
    public Guid? Device { get; init; }

    /// <summary>Of the network address.</summary>
    public required byte[] FromHash { get; init; }

    /// <summary>A code of the app or a recovery code, rather than a password.</summary>
    public bool IsCode { get; init; }

    public required DateTimeOffset At { get; init; }
}
