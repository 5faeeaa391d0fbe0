using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>A draft as it lies in the database, opened. Its answers are empty once it was sent.</summary>
/// <param name="Version">Changes with every save.</param>
internal sealed record StoredDraft(
    Guid Id, RandomReference Reference, Guid? Author, byte[]? KeyHash, Guid School, DateTimeOffset StartedAt, DateTimeOffset ChangedAt, DateTimeOffset? SentAt, uint Version, RaiseAnswers Answers)
{
    public DateTimeOffset KeptUntil => ChangedAt + Draft.Lives;
}

/// <summary>
/// Keeps drafts. A draft is nobody's record yet: it belongs to no organisation's rows, nobody but its author may know that it exists,
/// and a journal that cannot be changed must not tell of words somebody decided not to send. So it is written past the Store, with
/// statements of its own, and leaves no journal row; the journal begins when the report is sent.
/// </summary>
internal sealed class Drafts(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter() } };
    private const string Columns = "id, reference, author, key_hash, school, started_at, changed_at, sent_at, xmin, sealed";

    private readonly IDataProtector _protector = protection.CreateProtector("draft");

    public async Task<RandomReference> StartAsync(Guid? author, byte[] keyHash, Guid school, RaiseAnswers answers, CancellationToken stop)
    {
        await ForgetExpiredAsync(stop);
        var now = Now();
        var reference = RandomReference.New();
        await using var command = Command(
            "insert into draft (id, reference, author, key_hash, school, sealed, started_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $7)",
            Guid.CreateVersion7(now), reference.Value, author is { } known ? known : DBNull.Value, keyHash, school, Seal(reference, answers), now);
        await command.ExecuteNonQueryAsync(stop);
        return reference;
    }

    /// <summary>Null when there is none, or its fourteen days are over.</summary>
    public async Task<StoredDraft?> FindAsync(RandomReference reference, CancellationToken stop)
    {
        await using var command = Command($"select {Columns} from draft where reference = $1 and changed_at > $2", reference.Value, Now() - Draft.Lives);
        return (await ReadAsync(command, stop)).SingleOrDefault();
    }

    /// <summary>What this human being has begun and not sent, newest first.</summary>
    public async Task<IReadOnlyList<StoredDraft>> OfAsync(Guid author, CancellationToken stop)
    {
        await ForgetExpiredAsync(stop);
        await using var command = Command($"select {Columns} from draft where author = $1 and sent_at is null and changed_at > $2 order by changed_at desc", author, Now() - Draft.Lives);
        return await ReadAsync(command, stop);
    }

    /// <returns>False when somebody (another tab) saved it since it was read, or it was sent or deleted.</returns>
    public async Task<bool> SaveAsync(StoredDraft draft, RaiseAnswers answers, CancellationToken stop)
    {
        await using var command = Command(
            "update draft set sealed = $3, changed_at = $4 where id = $1 and xmin = $2 and sent_at is null", draft.Id, draft.Version, Seal(draft.Reference, answers), Now());
        return await command.ExecuteNonQueryAsync(stop) == 1;
    }

    /// <summary>The words stand in the record now. The row stays, empty, so that sending it again finds the same receipt.</summary>
    public async Task SentAsync(StoredDraft draft, CancellationToken stop)
    {
        await using var command = Command("update draft set sealed = $2, sent_at = coalesce(sent_at, $3), changed_at = $3 where id = $1", draft.Id, Array.Empty<byte>(), Now());
        await command.ExecuteNonQueryAsync(stop);
    }

    public async Task GiveKeyAsync(StoredDraft draft, byte[] keyHash, CancellationToken stop)
    {
        await using var command = Command("update draft set key_hash = $2 where id = $1", draft.Id, keyHash);
        await command.ExecuteNonQueryAsync(stop);
    }

    public async Task DeleteAsync(StoredDraft draft, CancellationToken stop)
    {
        await using var command = Command("delete from draft where id = $1 and sent_at is null", draft.Id);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Deletes what is older than fourteen days.</summary>
    public async Task ForgetExpiredAsync(CancellationToken stop)
    {
        await using var command = Command("delete from draft where changed_at <= $1", Now() - Draft.Lives);
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<List<StoredDraft>> ReadAsync(NpgsqlCommand command, CancellationToken stop)
    {
        var found = new List<StoredDraft>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var reference = RandomReference.Of(reader.GetGuid(1));
            if (Unseal(reference, reader.GetFieldValue<byte[]>(9)) is not { } answers) continue;
            found.Add(new StoredDraft(
                reader.GetGuid(0), reference, reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3), reader.GetGuid(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                reader.GetFieldValue<uint>(8), answers));
        }

        return found;
    }

    // Bound to its own row: a sealed text laid into another draft does not open there.
    private byte[] Seal(RandomReference draft, RaiseAnswers answers) =>
        _protector.CreateProtector(draft.ToString()).Protect(JsonSerializer.SerializeToUtf8Bytes(answers, Form));

    /// <summary>Null when the key is lost: then the draft is not there, for its author either, until the key comes back or its time is over.</summary>
    private RaiseAnswers? Unseal(RandomReference draft, byte[] sealedAnswers)
    {
        if (sealedAnswers.Length == 0) return new RaiseAnswers();
        try
        {
            return JsonSerializer.Deserialize<RaiseAnswers>(_protector.CreateProtector(draft.ToString()).Unprotect(sealedAnswers), Form) ?? new RaiseAnswers();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is uint version ? new() { Value = version, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid } : new() { Value = value });
        return command;
    }

    private DateTimeOffset Now() => clock.GetUtcNow().ToUniversalTime();
}
