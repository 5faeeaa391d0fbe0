using Lifeguard.Gateway;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

switch (args)
{
    case ["serve", .. var rest]: return await GatewayHost.ServeAsync(rest, Console.Error);
    case ["squid", "watch", var path]:
        if (SquidSettings.Read(path, out var faults) is not { } settings)
        {
            foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
            return 1;
        }

        await WatchSquid.Of(settings, Path.GetDirectoryName(Path.GetFullPath(path))!, TimeProvider.System).RunAsync(Console.Out, CancellationToken.None);
        return 0;
    case ["squid", .. var rest]: return SquidCommand.Run(rest, Console.Out, Console.Error, TimeProvider.System);
    case ["lists", var made, .. var sources] when sources.Length > 0:
        return await new CompileLists().RunAsync(string.Join(';', sources), made, false, Console.Out, Console.Error, Console.IsErrorRedirected ? null : Console.Error, CancellationToken.None);
    case ["certificate", var folder, var school]: return MakeAuthority.Run(folder, school, TimeProvider.System, Console.Out, Console.Error);
    case ["sign-in", var door, var key]:
        using (var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) })
            await new SignInHelper(client, new Uri(door), () => File.ReadAllText(key).Trim()).RunAsync(Console.In, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("gateway serve [--Gateway:Folder=DIR] [--Gateway:Icap=127.0.0.1:1344] [--Gateway:Health=127.0.0.1:1345] [--Gateway:Name=NAME] [--Gateway:Site=URL]");
        await Console.Error.WriteLineAsync(SquidCommand.Usage);
        await Console.Error.WriteLineAsync("gateway lists FILE PATH... | gateway certificate FOLDER SCHOOL");
        return 2;
}
