namespace Lifeguard.Storage.Almanac;

/// <summary>
/// The one row that names the state of everything the almanac keeps. PostgreSQL itself writes a new mark into it, in the transaction
/// that changes anything of it, whoever does so.
/// </summary>
internal sealed class AlmanacEdition
{
    public short Id { get; init; } = 1;

    /// <summary>Random, so that a database put back to an earlier day is never taken for the one that was read.</summary>
    public Guid Mark { get; init; }
}
