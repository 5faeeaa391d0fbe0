using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// Sees that a connection carries the organisation list of its work before any question is asked over it. A fresh connection has none,
/// so the list is set before the first; on a connection that is kept for several it is set again only when it is another, or when
/// nobody can be sure of it.
/// </summary>
public sealed class OrganisationWall(OrganisationScope scope) : DbCommandInterceptor
{
    private DbConnection? _connection;
    private string? _set;

    // What is set inside a transaction is taken back with it.
    private DbTransaction? _within;

    /// <summary>The connection was opened anew, so what was set on it before is gone.</summary>
    internal void Forget() => _set = null;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Set(command);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Set(command);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Set(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await SetAsync(command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await SetAsync(command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await SetAsync(command, cancellationToken);
        return result;
    }

    private void Set(DbCommand about)
    {
        if (IsSet(about)) return;
        using var command = Make(about);
        command.ExecuteNonQuery();
        Remember(about);
    }

    private async ValueTask SetAsync(DbCommand about, CancellationToken stop)
    {
        if (IsSet(about)) return;
        await using var command = Make(about);
        await command.ExecuteNonQueryAsync(stop);
        Remember(about);
    }

    private bool IsSet(DbCommand about) =>
        _set == scope.List && ReferenceEquals(_connection, about.Connection) && (_within is null || ReferenceEquals(_within, about.Transaction))
        // The list of everything is as old as its reading: work that makes an organisation must see it in its next transaction.
        && (!scope.IsEverything || about.Transaction is not null);

    private NpgsqlCommand Make(DbCommand about)
    {
        // Until it has succeeded nothing is sure.
        _set = null;
        var command = new NpgsqlCommand(scope.Sql, (NpgsqlConnection)about.Connection!, (NpgsqlTransaction?)about.Transaction);
        if (!scope.IsEverything) command.Parameters.Add(new() { Value = scope.List });
        return command;
    }

    private void Remember(DbCommand about) => (_connection, _set, _within) = (about.Connection, scope.List, about.Transaction);
}

/// <summary>Tells the wall that a connection was opened: the pool gives out connections that have forgotten their list.</summary>
public sealed class OpenedConnections(OrganisationWall wall) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => wall.Forget();

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        wall.Forget();
        return Task.CompletedTask;
    }
}
