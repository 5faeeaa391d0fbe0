using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

switch (args)
{
    case ["squid", .. var rest]: return SquidCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System);
    case ["lists", var made, .. var sources] when sources.Length > 0: return await new CompileLists().RunAsync(string.Join(';', sources), made, false, Console.Out, Console.Error, null, CancellationToken.None);
    case ["certificate", var folder, var school]: return MakeAuthority.Run(folder, school, TimeProvider.System, Console.Out, Console.Error);
    default: return 0;
}
