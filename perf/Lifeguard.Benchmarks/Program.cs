using Lifeguard.Benchmarks.Journal;
using Lifeguard.Benchmarks.Pages;

// Measures; the connection strings come from ./bench, which keeps a cluster with durability on.
var owner = Environment.GetEnvironmentVariable("ConnectionStrings__Owner");
var app = Environment.GetEnvironmentVariable("ConnectionStrings__App");
if (owner is null || app is null)
{
    Console.Error.WriteLine("Start this with ./bench, which starts its database.");
    return 2;
}

switch (args.FirstOrDefault())
{
    case "pages":
        return await PagesBench.RunAsync(owner, app, args.Contains("--short") ? 10 : 30);
    case "journal":
        return await JournalBench.RunAsync(owner, app);
    case null:
        var pages = await PagesBench.RunAsync(owner, app, 30);
        return Math.Max(pages, await JournalBench.RunAsync(owner, app));
    default:
        Console.Error.WriteLine("./bench, ./bench pages [--short] or ./bench journal");
        return 2;
}
