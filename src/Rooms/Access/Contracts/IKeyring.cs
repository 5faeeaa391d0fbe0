namespace Lifeguard.Access.Contracts;

/// <summary>The keys of cookies, forms, drafts and authenticator apps, which lie sealed in the database.</summary>
public interface IKeyring
{
    /// <summary>Before the first request: seals what was kept in plain, and says what the key file does not open. Never stops a start for that.</summary>
    /// <param name="say">Takes a line for whoever starts the program.</param>
    Task PrepareAsync(Action<string> say, CancellationToken stop);
}
