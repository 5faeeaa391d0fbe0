using Npgsql;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>
/// Deletes what was only ever kept for a while: drafts not sent, forms kept for a sign-in that never came, marks of forms that were sent,
/// guesses, sessions that are over.
/// None of it is a record, so none of it has a journal row.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ClearOut(NpgsqlDataSource database, TimeProvider clock, ILogger<ClearOut> log) : TriedAgain(log)
{
    internal static readonly TimeSpan DraftsLive = TimeSpan.FromDays(14);
    internal static readonly TimeSpan SentFormsLive = TimeSpan.FromDays(14);
    internal static readonly TimeSpan KeptFormsLive = TimeSpan.FromHours(1);
    internal static readonly TimeSpan GuessesStay = TimeSpan.FromDays(1);

    // A day longer than it lasted, so that "signed out" and "never was" can be told apart when somebody asks the same day.
    internal static readonly TimeSpan SessionsStayAfterTheirEnd = TimeSpan.FromDays(1);

    protected internal override async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        await DeleteAsync("delete from draft where changed_at <= $1", now - DraftsLive, stop);
        await DeleteAsync("delete from sent_form where sent_at <= $1", now - SentFormsLive, stop);
        await DeleteAsync("delete from kept_form where kept_at <= $1", now - KeptFormsLive, stop);
        await DeleteAsync("delete from guess where at <= $1", now - GuessesStay, stop);
        await DeleteAsync("delete from session where coalesce(ended_at, ends_at) <= $1", now - SessionsStayAfterTheirEnd, stop);
    }

    private async Task DeleteAsync(string sql, DateTimeOffset before, CancellationToken stop)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(stop);
    }
}
