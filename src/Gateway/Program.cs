using Lifeguard.Gateway;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

switch (args)
{
    case ["serve", .. var settings]: return await GatewayHost.ServeAsync(settings, Console.Error);
    case ["squid", .. var rest]: return SquidCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System);
    case ["lists", "compile", "--smaller", var made, .. var sources] when sources.Length > 0: return await CompileAsync(made, sources, acceptsSmaller: true);
    case ["lists", "compile", var made, .. var sources] when sources.Length > 0: return await CompileAsync(made, sources, acceptsSmaller: false);
}

await Console.Error.WriteLineAsync("serve [--Gateway:Folder=DIR] [--Gateway:Icap=127.0.0.1:1344] [--Gateway:Health=127.0.0.1:1345] [--Gateway:Name=NAME] [--Gateway:Site=URL]");
await Console.Error.WriteLineAsync(SquidCommand.Usage);
await Console.Error.WriteLineAsync("lists compile [--smaller] FILE SOURCE...");
return 2;

static Task<int> CompileAsync(string made, string[] sources, bool acceptsSmaller) =>
    new CompileLists().RunAsync(string.Join(';', sources), made, acceptsSmaller, Console.Out, Console.Error, Console.IsErrorRedirected ? null : Console.Error, CancellationToken.None);
