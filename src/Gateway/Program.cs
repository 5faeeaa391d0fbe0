using Lifeguard.Gateway.Squid;

if (args is ["squid", .. var rest]) return SquidCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System);
return 0;
