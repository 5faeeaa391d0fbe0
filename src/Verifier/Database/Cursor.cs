using System.Runtime.CompilerServices;
using Npgsql;

namespace Lifeguard.Verifier.Database;

internal static class Cursor
{
    private const int Rows = 5000;

    public static async IAsyncEnumerable<T> ReadAsync<T>(NpgsqlConnection connection, string query, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken stop)
    {
        await ExecuteAsync(connection, $"declare lg_verifier no scroll cursor for {query}", stop);
        for (var rows = Rows; rows == Rows;)
        {
            // Not prepared: a prepared fetch remembers the columns of the first cursor of this name and misreads the next.
            rows = 0;
            await using var fetch = new NpgsqlCommand($"fetch forward {Rows} from lg_verifier", connection);
            await using var reader = await fetch.ExecuteReaderAsync(stop);
            for (; await reader.ReadAsync(stop); rows++) yield return read(reader);
        }
        await ExecuteAsync(connection, "close lg_verifier", stop);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
