namespace Lifeguard.Organisation.Contracts;

/// <summary>Reads and applies the files of people that wait on this machine.</summary>
public interface IPeopleImports
{
    /// <summary>Does one piece of work, if there is one. Whatever was begun before a restart is begun again: it had changed nothing.</summary>
    /// <returns>False when nothing waits.</returns>
    Task<bool> RunNextAsync(CancellationToken stop);
}
