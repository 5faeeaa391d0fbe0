using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

switch (args)
{
    case ["squid", .. var rest]: return SquidCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System);
    case ["lists", "compile", "--smaller", var made, .. var sources] when sources.Length > 0: return CompileLists.Run(made, sources, mayShrink: true, Console.Out, Console.Error);
    case ["lists", "compile", var made, .. var sources] when sources.Length > 0: return CompileLists.Run(made, sources, mayShrink: false, Console.Out, Console.Error);
    default: return 0;
}
