using Lifeguard.Gateway;

if (args is ["serve", .. var rest]) return await GatewayHost.ServeAsync(rest, Console.Error);

await Console.Error.WriteLineAsync("gateway serve [--Gateway:Folder=DIR] [--Gateway:Icap=127.0.0.1:1344] [--Gateway:Health=127.0.0.1:1345] [--Gateway:Name=NAME] [--Gateway:Site=URL]");
return 2;
