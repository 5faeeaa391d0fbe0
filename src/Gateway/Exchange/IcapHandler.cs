using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Exchange;

/// <summary>Takes a connection, runs its line, and lets nothing of it out: one broken line never ends another.</summary>
internal sealed class IcapHandler(IServiceProvider services, Lines lines, Counts counts, ILogger<IcapHandler> log) : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        if (counts.Connected() > Limits.Connections)
        {
            counts.Disconnected();
            Log.Busy(log);
            AnswerWriter.Busy(connection.Transport.Output);
            await connection.Transport.Output.FlushAsync();
            return;
        }

        using var line = new IcapLine(connection.Transport, connection.Abort, services.GetRequiredService<Judging>(), lines, counts, log);
        lines.Add(line);
        try
        {
            await line.RunAsync();
        }
        catch (Exception failed) when (failed is ConnectionResetException or ConnectionAbortedException or OperationCanceledException or IOException)
        {
            // The other side is gone. Squid does that.
        }
        catch (Exception failed)
        {
            Log.Broken(log, failed.GetType().Name);
            connection.Abort();
        }
        finally
        {
            lines.Remove(line);
            counts.Disconnected();
        }
    }
}
