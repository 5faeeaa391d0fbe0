using Lifeguard.Cli;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Cli;

/// <summary>Types a line and keeps what was answered.</summary>
internal sealed class Terminal(TestDatabase database)
{
    public async Task<(int Code, string Said, string Complained)> TypeAsync(params string[] typed)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var line = new CommandLine(output, error, [$"--ConnectionStrings:App={database.App}", $"--ConnectionStrings:Owner={database.Owner}", $"--Lifeguard:Data={database.Data}"]);
        var code = await line.RunAsync(typed, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
