namespace Lifeguard.Children.Contracts;

/// <summary>Reads and applies exports of other safeguarding systems that wait.</summary>
public interface IChronologyImports
{
    /// <summary>Does one piece of work, if there is one. Several copies of the site may ask at once: each piece is done by one.</summary>
    /// <returns>False when nothing waits.</returns>
    Task<bool> RunNextAsync(CancellationToken stop);
}
