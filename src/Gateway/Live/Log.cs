using Microsoft.Extensions.Logging;

namespace Lifeguard.Gateway.Live;

/// <summary>What is said here of files is how many faults they have, never what stands in them.</summary>
internal static partial class Log
{
    [LoggerMessage(1701, LogLevel.Information, "Lists and policy {State} hold now ({Entries} entries)")]
    public static partial void Loaded(ILogger logger, string state, long entries);

    [LoggerMessage(1702, LogLevel.Error, "The gate's folder holds {Faults} faults; what held before holds on. The health page names them")]
    public static partial void Refused(ILogger logger, int faults);

    [LoggerMessage(1703, LogLevel.Error, "The gate's folder was not looked at this time ({Fault})")]
    public static partial void NotLooked(ILogger logger, string fault);

    [LoggerMessage(1704, LogLevel.Warning, "Somebody came with a wrong key")]
    public static partial void WrongKey(ILogger logger);

    [LoggerMessage(1705, LogLevel.Warning, "Whether a name and a password belong together could not be asked ({Fault})")]
    public static partial void NotAsked(ILogger logger, string fault);

    [LoggerMessage(1706, LogLevel.Error, "The site's key for the log could not be read ({Fault}); nothing is written down")]
    public static partial void NoSpoolKey(ILogger logger, string fault);

    [LoggerMessage(1707, LogLevel.Error, "An open tunnel could not be judged anew ({Fault}); it is closed")]
    public static partial void NotJudgedAnew(ILogger logger, string fault);
}
