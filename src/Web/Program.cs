using Lifeguard.Web.Hosting;
using Lifeguard.Web.Preparing;

var app = House.Build(args);
if (!await WaitingRoom.PassAsync(app, args)) return;

// "./run" shows the lines that begin with this mark while somebody waits.
await Preparation.RunAsync(app.Services, line => Console.WriteLine("> " + line), app.Lifetime.ApplicationStopping);
// A bare flag must stand last: before "--urls" it would swallow it.
if (args.Contains("--prepare")) return;

await app.RunAsync();

/// <summary>Public for the tests' host.</summary>
public partial class Program;
