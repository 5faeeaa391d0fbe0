using Npgsql;

namespace Lifeguard.Web.Hosting;

/// <summary>
/// Started before its database: the site listens, answers every page with numbers to ring and says to whoever watches it why it is
/// not ready, until the database lets us in.
/// </summary>
internal static partial class WaitingRoom
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <returns>False when the process was asked to stop while it waited.</returns>
    public static async Task<bool> PassAsync(WebApplication site, string[] args)
    {
        var log = site.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Lifeguard.Web.Start");
        string[] wanted = [.. new[] { "Owner", "App" }.Select(name => site.Configuration.GetConnectionString(name)).OfType<string>()];
        if (await FaultAsync(wanted, CancellationToken.None) is not { } fault) return true;

        Waiting(log, fault);
        await using var room = Open(args);
        await room.StartAsync();
        var stop = room.Lifetime.ApplicationStopping;
        for (var tries = 1; !stop.IsCancellationRequested; tries++)
        {
            try
            {
                await Task.Delay(Between, stop);
                fault = await FaultAsync(wanted, stop);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            if (fault is null)
            {
                Arrived(log);
                await room.StopAsync(CancellationToken.None);
                return true;
            }

            // Every half minute: enough to be seen, not enough to bury what else is in the log.
            if (tries % 15 == 0) Waiting(log, fault);
        }

        await room.StopAsync(CancellationToken.None);
        return false;
    }

    private static async Task<string?> FaultAsync(IEnumerable<string> wanted, CancellationToken stop)
    {
        try
        {
            foreach (var connection in wanted)
            {
                await using var one = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connections.WithLimits(connection)) { Pooling = false }.ConnectionString);
                await one.OpenAsync(stop);
            }

            return null;
        }
        catch (Exception fault) when (DatabaseTrouble.Caused(fault))
        {
            return fault is PostgresException answer ? answer.SqlState : fault.InnerException?.GetType().Name ?? fault.GetType().Name;
        }
    }

    private static WebApplication Open(string[] args)
    {
        var builder = WebApplication.CreateBuilder(House.Options(args));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        var room = builder.Build();
        room.UseMiddleware<SafeHeaders>();
        room.UseRouting();
        room.MapStaticAssets();
        room.MapGet("/health", () => Results.Text("ok"));
        room.MapGet("/ready", () => Results.Text("not ready: the database cannot be reached", statusCode: StatusCodes.Status503ServiceUnavailable));
        room.MapFallback(context => LastWords.WriteAsync(context.Response, StatusCodes.Status503ServiceUnavailable, stylesheet: true));
        return room;
    }

    [LoggerMessage(1503, LogLevel.Warning, "The database cannot be reached ({Fault}). Lifeguard waits for it and tries again every two seconds")]
    private static partial void Waiting(ILogger logger, string fault);

    [LoggerMessage(1504, LogLevel.Information, "The database can be reached. Lifeguard goes on starting")]
    private static partial void Arrived(ILogger logger);
}
