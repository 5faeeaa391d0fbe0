using System.Collections.Concurrent;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lifeguard.Tests.Guards;

/// <summary>Hears everything that anything in the process logs, down to the finest level, whatever the product itself has turned off.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    public ConcurrentQueue<(string Category, string Line)> Lines { get; } = new();

    /// <summary>The finest level is slow: it can be turned off between.</summary>
    public bool IsHearing { get; set; } = true;

    public void Listen(World world)
    {
        world.Services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue.Rules.Add(new LoggerFilterRule(typeof(CapturedLog).FullName, null, LogLevel.Trace, null));
        world.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);
    }

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName, this);

    public void Dispose()
    {
    }

    private sealed class Listener(string category, CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => log.IsHearing;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!log.IsHearing) return;
            var named = state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(one => one.Value)) : "";
            log.Lines.Enqueue((category, $"{formatter(state, exception)} {named} {exception}"));
        }
    }
}
