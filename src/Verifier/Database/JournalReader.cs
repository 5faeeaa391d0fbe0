using System.Data;
using Lifeguard.Verifier.Check;
using Npgsql;

namespace Lifeguard.Verifier.Database;

// One repeatable-read, read-only transaction: every question below is asked of the same moment.
internal sealed class JournalReader : IAsyncDisposable
{
    // PostgreSQL counts microseconds from the year 2000.
    private const long UnixEpochTo2000 = 946_684_800_000_000;

    private readonly NpgsqlConnection _connection;

    private JournalReader(NpgsqlConnection connection) => _connection = connection;

    public string Source { get; private set; } = "";
    public bool HasEntries { get; private set; }
    public long? LastPosition { get; private set; }

    public static async Task<JournalReader> OpenAsync(string connectionString, Action<Fault> report, CancellationToken stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, MaxAutoPrepare = 0, CommandTimeout = 0, ApplicationName = "lifeguard-verifier" };
        var reader = new JournalReader(new NpgsqlConnection(settings.ConnectionString));
        try
        {
            await reader.BeginAsync(report, stop);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public IAsyncEnumerable<(Seal Seal, JournalRow? Row)> SealsAsync(CancellationToken stop) =>
        Cursor.ReadAsync(_connection, JournalQueries.Seals, reader => (ReadSeal(reader), reader.IsDBNull(5) ? null : ReadRow(reader, 5)), stop);

    public IAsyncEnumerable<(Guid? JournalId, long Position)> RepeatedSealsAsync(CancellationToken stop) =>
        Cursor.ReadAsync(_connection, JournalQueries.RepeatedSeals, reader => (Id(reader, 0), reader.GetInt64(1)), stop);

    public IAsyncEnumerable<JournalRow> UnsealedAsync(CancellationToken stop) =>
        Cursor.ReadAsync(_connection, JournalQueries.Unsealed, reader => ReadRow(reader, 0), stop);

    public IAsyncEnumerable<(Guid? JournalId, string? Text, bool HasRow, byte[]? Payload)> EntriesAsync(CancellationToken stop) =>
        Cursor.ReadAsync(_connection, JournalQueries.Entries,
            reader => (Id(reader, 0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetBoolean(2), Bytes(reader, 3)), stop);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task BeginAsync(Action<Fault> report, CancellationToken stop)
    {
        await _connection.OpenAsync(stop);
        await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await ScalarAsync(JournalQueries.Settings, stop);

        var tables = await Tables.ReadAsync(_connection, stop);
        tables.Check(report);
        HasEntries = tables.Has("entry");
        var sight = await RowSecurity.OpenAsync(_connection, tables, stop);
        Source = $"{await ScalarAsync(JournalQueries.Source, stop)}; {sight}";
        LastPosition = await ScalarAsync("select max(position) from journal_seal", stop) as long?;
    }

    private async Task<object?> ScalarAsync(string query, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(query, _connection);
        return await command.ExecuteScalarAsync(stop);
    }

    private static Seal ReadSeal(NpgsqlDataReader reader) => new()
    {
        Position = reader.GetInt64(0),
        JournalId = Id(reader, 1),
        Commitment = Bytes(reader, 2),
        Chain = Bytes(reader, 3),
        SealedAtMicroseconds = Microseconds(reader, 4),
    };

    private static JournalRow ReadRow(NpgsqlDataReader reader, int first) => new()
    {
        Id = Id(reader, first) ?? Guid.Empty,
        Org = Id(reader, first + 1),
        RecordKind = Bytes(reader, first + 2),
        RecordId = Id(reader, first + 3),
        Act = Bytes(reader, first + 4),
        ByIdentity = Id(reader, first + 5),
        AtMicroseconds = Microseconds(reader, first + 6),
        Salt = Bytes(reader, first + 7),
        Payload = Bytes(reader, first + 8),
        PayloadCommitment = Bytes(reader, first + 9),
        Commitment = Bytes(reader, first + 10),
    };

    private static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    // The raw count, because DateTime would fold infinity and far years into one value. Wrapping keeps every count apart.
    private static long? Microseconds(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : unchecked(reader.GetFieldValue<long>(column) + UnixEpochTo2000);
}
