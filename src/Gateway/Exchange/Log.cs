using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Exchange;

/// <summary>Never an address, a name or a field: passwords of the proxy arrive in the very heads that go wrong.</summary>
internal static partial class Log
{
    [LoggerMessage(1711, LogLevel.Error, "A request could not be decided ({Fault}); it was answered as its level says")]
    public static partial void CannotDecide(ILogger logger, string fault);

    [LoggerMessage(1712, LogLevel.Warning, "A decision was not written down ({Fault})")]
    public static partial void NotWritten(ILogger logger, string fault);

    [LoggerMessage(1713, LogLevel.Warning, "What came over the line was no message ({Fault}); the line is closed")]
    public static partial void Fault(ILogger logger, string fault);

    [LoggerMessage(1714, LogLevel.Error, "A line to Squid ended with a fault ({Fault})")]
    public static partial void Broken(ILogger logger, string fault);

    [LoggerMessage(1715, LogLevel.Warning, "No place is free for another line; it was told to come again")]
    public static partial void Busy(ILogger logger);
}
