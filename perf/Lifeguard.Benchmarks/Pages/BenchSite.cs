using Lifeguard.Benchmarks.Filling;

namespace Lifeguard.Benchmarks.Pages;

/// <summary>The site as people run it, on a database of the bench.</summary>
internal static class BenchSite
{
    public static Dictionary<string, string> Settings(string owner, string app, string database) => new()
    {
        ["ConnectionStrings__App"] = TenYears.Named(app, database) + ";Maximum Pool Size=60",
        ["ConnectionStrings__Owner"] = TenYears.Named(owner, database),
        ["Lifeguard__Demonstration"] = "false",
        ["Lifeguard__Data"] = Path.Combine(Environment.GetEnvironmentVariable("Lifeguard__Data") ?? Path.GetTempPath(), "site"),
    };

    public static Task<SiteProcess> StartAsync(int port, IReadOnlyDictionary<string, string> settings) =>
        SiteProcess.StartAsync(Path.Combine(Published("LIFEGUARD_PUBLISHED"), "Lifeguard.Web"), port, "/sign-in", settings);

    public static string Published(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException("Start this with ./bench, which publishes what is measured.");
}
