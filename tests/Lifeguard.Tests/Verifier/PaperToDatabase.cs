using System.Text;
using Npgsql;

namespace Lifeguard.Tests.Verifier;

internal static class PaperToDatabase
{
    public const string Tables = """
        create table organisation (id uuid primary key);
        create table journal (id uuid primary key, org uuid not null, record_kind text not null, record_id uuid not null, act text not null,
          by_identity uuid, at timestamptz not null, salt bytea, payload text, payload_commitment bytea not null, commitment bytea not null);
        create table journal_seal (position bigint primary key, journal_id uuid not null unique, commitment bytea not null, chain bytea not null, sealed_at timestamptz not null);
        """;

    public static async Task WriteAsync(PaperJournal journal, string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var org in journal.Rows.Select(row => row.Org).Distinct())
            await InsertAsync(connection, "insert into organisation values ($1)", org);
        foreach (var row in journal.Rows)
            await InsertAsync(connection, "insert into journal values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", row.Id, row.Org, Text(row.RecordKind), row.RecordId,
                Text(row.Act), row.ByIdentity, Moment(row.AtMicroseconds), row.Salt, Text(row.Payload), row.PayloadCommitment, row.Commitment);
        foreach (var seal in journal.Seals)
            await InsertAsync(connection, "insert into journal_seal values ($1, $2, $3, $4, $5)", seal.Position, seal.JournalId, seal.Commitment, seal.Chain, Moment(seal.SealedAtMicroseconds));
    }

    private static DateTime Moment(long? microseconds) => DateTime.UnixEpoch.AddMicroseconds(microseconds!.Value);

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);

    private static async Task InsertAsync(NpgsqlConnection connection, string statement, params object?[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
    }
}
