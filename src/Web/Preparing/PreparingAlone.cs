using Npgsql;

namespace Lifeguard.Web.Preparing;

/// <summary>One program at a time prepares a database; the others wait and then find everything done.</summary>
internal sealed class PreparingAlone(NpgsqlConnection connection) : IAsyncDisposable
{
    private const long Key = 0x4C47_5052_4550; // "LGPREP"

    public static async Task<PreparingAlone> EnterAsync(IConfiguration configuration, CancellationToken stop)
    {
        var named = configuration.GetConnectionString("Owner") ?? configuration.GetConnectionString("App");
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(named) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = Key });
        await command.ExecuteNonQueryAsync(stop);
        return new PreparingAlone(connection);
    }

    // The lock belongs to the connection and goes with it.
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
