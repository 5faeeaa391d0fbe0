using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// Whether the text-search match may use its index behind the second wall. It may where somebody with the right has marked it
/// leakproof, as on the private cluster; on a server that forbids this, the search goes through <c>lg_search</c>. Asked once.
/// </summary>
public sealed class MatchOperator(NpgsqlDataSource database, IConfiguration configuration)
{
    // "always" takes the second way on any server: for tests of it, and for whoever does not want the mark.
    private readonly bool _avoided = configuration["Lifeguard:SearchFunction"] == "always";
    private bool? _marked;

    public async ValueTask<bool> IsMarkedAsync(CancellationToken stop)
    {
        if (_avoided) return false;
        if (_marked is { } known) return known;
        await using var command = database.CreateCommand("select proleakproof from pg_proc where oid = 'pg_catalog.ts_match_vq(tsvector, tsquery)'::regprocedure");
        _marked = (bool)(await command.ExecuteScalarAsync(stop))!;
        return _marked.Value;
    }
}
