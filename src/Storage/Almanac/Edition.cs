namespace Lifeguard.Storage.Almanac;

/// <summary>
/// Which edition of the almanac this request began with. It is read with the session, so it is at least as new as the click.
/// Work that read none (jobs, commands) keeps nothing and reads everything afresh.
/// </summary>
public sealed class Edition
{
    /// <summary>The piece of a query that reads the mark; null in a database that is not prepared yet.</summary>
    public const string MarkSql = "(select mark from almanac_edition)";

    internal Guid? Mark { get; private set; }

    public void Began(Guid mark) => Mark = mark;

    /// <summary>This request has changed something of it itself: from here on it reads afresh.</summary>
    internal void Forget() => Mark = null;
}
