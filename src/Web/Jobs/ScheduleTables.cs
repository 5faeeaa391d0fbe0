using System.Text;
using Npgsql;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>
/// The tables in which the copies of the site agree whose turn it is. Quartz.NET (Apache-2.0) carries the script for them inside its
/// own assembly, so they always fit the version that is running; it makes what is missing and drops nothing. They are made here, with
/// the owner's connection, because the application's role owns no tables. They hold names of jobs and times, nothing about anybody.
/// </summary>
internal static class ScheduleTables
{
    public const string Prefix = "qrtz_";
    private const string Between = "--;;";
    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    public static async Task MakeAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        foreach (var statement in Statements())
        {
            await using var command = new NpgsqlCommand(statement, owner);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    internal static IReadOnlyList<string> Statements()
    {
        using var stream = typeof(IJob).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException("This version of Quartz brings no script for its tables in PostgreSQL.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Comments go first: they mention both the prefix and the line that parts the statements.
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line == Between || !line.StartsWith("--", StringComparison.Ordinal));
        return [.. string.Join('\n', lines).Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal)
            .Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
