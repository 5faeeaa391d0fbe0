using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// Sees that a connection carries the organisation list of its work before any question is asked over it. A fresh connection has none,
/// so the list is set before the first; on a connection that is kept for several it is set again only when it is another, or when
/// nobody can be sure of it. A query takes the list along in the same message; before anything else it travels alone.
/// </summary>
public sealed class OrganisationWall(OrganisationScope scope) : DbCommandInterceptor
{
    /// <summary>Sets the list for the rest of the session, as <see cref="OrganisationScope.Sql"/> does, without answering.</summary>
    internal const string CallSql =
        """
        create or replace procedure lg_open(list text) language sql as $f$ select set_config('lg.orgs', list, false) $f$;
        revoke all on procedure lg_open(text) from public;
        do $$ begin
          if exists (select from pg_roles where rolname = 'lg_app') then grant execute on procedure lg_open(text) to lg_app; end if;
        end $$;
        """;

    private const string TakenAlong = "lg_list";

    private DbConnection? _connection;
    private string? _set;

    // What is set inside a transaction is taken back with it.
    private DbTransaction? _within;

    /// <summary>The connection was opened anew, so what was set on it before is gone.</summary>
    internal void Forget() => _set = null;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (!TakesAlong(command, eventData)) Set(command);
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
        if (!TakesAlong(command, eventData)) await SetAsync(command, cancellationToken);
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

    // What was set in a message that failed was taken back with it.
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Forget();

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget();
        return Task.CompletedTask;
    }

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Forget();

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget();
        return Task.CompletedTask;
    }

    // A call gives no rows, so the reader of the query finds its own rows first, as if the call were not there.
    private bool TakesAlong(DbCommand command, CommandEventData eventData)
    {
        if (scope.IsEverything || eventData.CommandSource != CommandSource.LinqQuery || IsSet(command)) return false;
        command.CommandText = $"call lg_open(@{TakenAlong});\n{command.CommandText}";
        command.Parameters.Add(new NpgsqlParameter(TakenAlong, scope.List));
        Remember(command);
        return true;
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
