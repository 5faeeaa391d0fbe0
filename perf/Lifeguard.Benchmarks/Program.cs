using Lifeguard.Benchmarks.Copies;
using Lifeguard.Benchmarks.GateLog;
using Lifeguard.Benchmarks.Journal;
using Lifeguard.Benchmarks.Pages;
using Lifeguard.Benchmarks.People;
using Lifeguard.Benchmarks.Plans;
using Lifeguard.Benchmarks.Ways;

// Measures; the connection strings come from ./bench, which keeps a cluster with durability on.
var owner = Environment.GetEnvironmentVariable("ConnectionStrings__Owner");
var app = Environment.GetEnvironmentVariable("ConnectionStrings__App");
if (owner is null || app is null)
{
    Console.Error.WriteLine("Start this with ./bench, which starts its database.");
    return 2;
}

var benches = new Dictionary<string, Func<Task<int>>>
{
    ["pages"] = () => PagesBench.RunAsync(owner, app, args.Contains("--short") ? 10 : 30),
    ["journal"] = () => JournalBench.RunAsync(owner, app),
    ["import"] = () => ImportBench.RunAsync(owner, app),
    ["sign-in"] = () => SignInBench.RunAsync(owner, app),
    ["copies"] = () => CopiesBench.RunAsync(owner, app),
    ["log"] = () => LogBench.RunAsync(owner, app),
    ["plan"] = () => Task.FromResult(PlansBench.Run()),
};
if (args.FirstOrDefault() is not { } wanted)
{
    var worst = 0;
    foreach (var (name, run) in benches)
    {
        Console.WriteLine($"\n== {name}");
        worst = Math.Max(worst, await run());
    }

    return worst;
}

if (benches.TryGetValue(wanted, out var one)) return await one();

Console.Error.WriteLine($"./bench, or one of: {string.Join(", ", benches.Keys)} (pages also with --short)");
return 2;
