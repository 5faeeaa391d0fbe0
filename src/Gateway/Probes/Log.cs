using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Probes;

internal static partial class Log
{
    [LoggerMessage(1721, LogLevel.Error, "A probe of the gate has not seen what it should, {Misses} times in a row; the health page says which")]
    public static partial void Missed(ILogger logger, int misses);

    [LoggerMessage(1722, LogLevel.Error, "The gate was not probed this time ({Fault})")]
    public static partial void NotProbed(ILogger logger, string fault);
}
