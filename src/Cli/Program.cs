using Lifeguard.Cli;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await new CommandLine(Console.Out, Console.Error, []).RunAsync(args, stop.Token);
