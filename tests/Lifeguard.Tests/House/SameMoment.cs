using Npgsql;

namespace Lifeguard.Tests.House;

/// <summary>
/// Two acts in one moment: the first is let run up to its last write, which waits for the journal; then the second up to its own, or to what
/// the first holds; then both are let go together.
/// </summary>
internal static class SameMoment
{
    public static async Task<(T First, T Second)> OfAsync<T>(World world, Func<Task<T>> first, Func<Task<T>> second)
    {
        await using var gate = new NpgsqlConnection(world.Database.Owner + ";Pooling=false");
        await gate.OpenAsync();
        await using var shut = await gate.BeginTransactionAsync();
        await ExecuteAsync("lock table journal in share mode");
        var one = Task.Run(first);
        await WaitingAsync(1, one);
        var other = Task.Run(second);
        await WaitingAsync(2, other);
        await shut.RollbackAsync();
        return (await one, await other);

        // Whoever is refused before their last write never waits, and would be waited for without end.
        async Task WaitingAsync(int wanted, Task<T> last)
        {
            const string InThisDatabase = "pid in (select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))";
            while (await ExecuteAsync($"select count(distinct pid) from pg_locks where not granted and {InThisDatabase}") < wanted)
            {
                if (last.IsCompleted) throw new InvalidOperationException($"It ended before it wrote: {await last}");
                await Task.Delay(20);
            }
        }

        async Task<long> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, gate, shut);
            return await command.ExecuteScalarAsync() is long count ? count : 0;
        }
    }
}
