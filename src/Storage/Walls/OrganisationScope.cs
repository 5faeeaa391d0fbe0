using Lifeguard.Kernel;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// Which organisations' rows this piece of work may touch: <see cref="OrganisationWall"/> hands the list to the database before anything
/// is asked, and an empty list shows nothing.
/// </summary>
public sealed class OrganisationScope
{
    // The empty key is the installation's own: rows about the house as a whole, such as its founding.
    internal const string EverythingSql = "select set_config('lg.orgs', " + Everything + ", false)";

    // The third argument lets PostgreSQL take it back at the end of the transaction, whatever becomes of it.
    internal const string ForThisTransactionSql = "select set_config('lg.orgs', " + Everything + ", true)";

    private const string Everything =
        "(select array_agg(id)::text from (select id from organisation union select '00000000-0000-0000-0000-000000000000'::uuid) as every)";

    private string _list = "{}";
    private bool _everything;

    /// <summary>Why the whole database is open to this work, or null: shown in tests and logs.</summary>
    public string? OpenedFor { get; private set; }

    public void For(Viewer viewer) => For(viewer.Organisations);

    public void For(IEnumerable<Guid> organisations)
    {
        _everything = false;
        OpenedFor = null;
        _list = "{" + string.Join(',', organisations.Select(id => id.ToString("D"))) + "}";
    }

    /// <summary>Work that has no viewer: the sign-in itself, the clock's jobs, an import. The name says which.</summary>
    public void OpenTo(string name)
    {
        _everything = true;
        OpenedFor = name;
    }

    /// <summary>The list as PostgreSQL reads an array; a mark of its own for everything.</summary>
    internal string List => _everything ? "everything" : _list;

    internal bool IsEverything => _everything;

    internal string Sql => _everything ? EverythingSql : "select set_config('lg.orgs', $1, false)";
}
