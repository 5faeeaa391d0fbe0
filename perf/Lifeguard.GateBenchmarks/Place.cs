namespace Lifeguard.GateBenchmarks;

/// <summary>Where the bench's things lie.</summary>
/// <param name="Data">The lists and addresses that <c>perf/Gate/gen.py</c> made.</param>
/// <param name="Work">Scratch: configurations, databases of peers, our compiled lists.</param>
/// <param name="Tools">The small C programs.</param>
/// <param name="Cli">Our published command line.</param>
/// <param name="Gateway">Our published gateway.</param>
internal sealed record Place(string Data, string Work, string Tools, string Cli, string Gateway)
{
    public static Place FromEnvironment() => new(Of("LIFEGUARD_BENCH_DATA"), Of("LIFEGUARD_BENCH_WORK"), Of("LIFEGUARD_BENCH_TOOLS"), Of("LIFEGUARD_PUBLISHED_CLI"), Of("LIFEGUARD_PUBLISHED_GATEWAY"));

    private static string Of(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; start this with ./bench.");
}
