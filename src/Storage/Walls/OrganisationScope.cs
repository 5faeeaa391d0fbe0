using System.Data.Common;
using Lifeguard.Kernel;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// Which organisations' rows this piece of work may touch. The list is set each time a connection is opened,
/// because a pooled connection forgets it, and an empty list shows nothing.
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

    internal (string Sql, string? List) Command => _everything ? (EverythingSql, null) : ("select set_config('lg.orgs', $1, false)", _list);
}

/// <summary>Sets the organisation list at every opening of a connection.</summary>
public sealed class OrganisationWall(OrganisationScope scope) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Make(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Make(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Make(DbConnection connection)
    {
        var (sql, list) = scope.Command;
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)connection);
        if (list is not null) command.Parameters.Add(new() { Value = list });
        return command;
    }
}
