using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

switch (args)
{
    case ["squid", .. var rest]: return SquidCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System);
    case ["lists", "compile", "--smaller", var made, .. var sources] when sources.Length > 0: return await CompileAsync(made, sources, acceptsSmaller: true);
    case ["lists", "compile", var made, .. var sources] when sources.Length > 0: return await CompileAsync(made, sources, acceptsSmaller: false);
    default: return 0;
}

static Task<int> CompileAsync(string made, string[] sources, bool acceptsSmaller) =>
    new CompileLists().RunAsync(string.Join(';', sources), made, acceptsSmaller, Console.Out, Console.Error, Console.IsErrorRedirected ? null : Console.Error, CancellationToken.None);
