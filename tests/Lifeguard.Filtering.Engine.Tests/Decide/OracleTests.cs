using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Tests.Decide;

public sealed class OracleTests
{
    private static readonly string[] Labels = ["a", "b", "www", "shop", "x-1", "aa", "ab"];
    private static readonly string[] Ends = ["test", "example", "a.test"];
    private static readonly string[] Segments = ["a", "b", "game", "x.html", "ab"];
    private static readonly string[] Lists = ["adult", "games", "news", "sealed"];

    [Fact]
    public void FastEngine_SaysWhatTheSlowOneSays()
    {
        var random = new Random(20261126);
        var rounds = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000;
        var (filter, slow) = (default(Filter), default(SlowEngine));
        for (var round = 0; round < rounds; round++)
        {
            if (round % 500 == 0) (filter, slow) = World(random);
            var host = random.Next(25) == 0 ? "10.1.2.3" : Host(random);
            var path = random.Next(4) == 0 ? "/" : Path(random) + (random.Next(3) == 0 ? "?a=b" : "");
            var port = random.Next(12) == 0 ? 8080 : 80;
            var level = slow!.Levels.Keys.ElementAt(random.Next(slow.Levels.Count));

            var verdict = filter!.Ask($"http://{host}:{port}{path}", level);

            (verdict.Action, verdict.Reason).ShouldBe(slow.Decide(host, port, path, level), $"{host}:{port}{path} at {level}, round {round}");
        }
    }

    private static string Host(Random random) => string.Join('.', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Labels[random.Next(Labels.Length)]).Append(Ends[random.Next(Ends.Length)]));

    private static string Path(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => "/" + Segments[random.Next(Segments.Length)]));

    private static (Filter, SlowEngine) World(Random random)
    {
        var names = Lists.ToDictionary(list => list, _ => Enumerable.Range(0, random.Next(1, 8)).Select(_ => Host(random)).ToHashSet());
        names["sealed"] = [.. names["sealed"].Take(1)];
        var paths = Lists.ToDictionary(list => list, _ => Enumerable.Range(0, random.Next(0, 6)).Select(_ => (Host(random), Path(random))).ToList());
        List<(string, string)> Some() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Host(random), random.Next(2) == 0 ? "" : Path(random)))];
        var (ours, theirs) = (Some(), Some());
        var exceptions = Enumerable.Range(0, random.Next(0, 4)).Select(_ => new SlowEngine.SlowException(Host(random), random.Next(2) == 0 ? "" : Path(random), random.Next(2) == 0, random.Next(2) == 0 ? "pupils" : null)).ToList();
        var help = Host(random);
        var slow = new SlowEngine
        {
            Names = names,
            Paths = paths,
            Helplines = [help],
            Exceptions = exceptions,
            Levels = new()
            {
                ["pupils"] = new(["adult", "games"], ["adult"], ours, theirs, false, false, [80, 443], false),
                ["garden"] = new([], [], ours, [], true, false, [80, 443], false),
                ["held"] = new(["games"], [], [], theirs, false, true, [80, 443], false),
                ["staff"] = new(["adult"], [], [], [], false, false, [80, 443, 8080], true),
            },
        };

        static string Entries(List<(string Host, string Path)> list) => string.Join(", ", list.Select(one => $"\"{one.Host}{one.Path}\""));
        var yaml =
            $$"""
            policy: 1
            school: A school
            lowest level: pupils
            categories: { adult: { title: Adult, lists: [adult], locked: yes }, games: { title: Games, lists: [games] } }
            sealed lists: [sealed]
            own lists: { ours: { addresses: [{{Entries(ours)}}] }, theirs: { addresses: [{{Entries(theirs)}}] } }
            helplines: ["{{help}}"]
            levels:
              pupils: { title: Pupils, blocks: [adult, games], opens: [ours], blocks own: [theirs], safe search: off }
              garden: { title: Garden, only: [ours], safe search: off }
              held: { title: Held, blocks: [games], blocks own: [theirs], unknown addresses: held, safe search: off }
              staff: { title: Staff, for: staff, blocks: [adult], ports: [80, 443, 8080], bare numbers: open }
            exceptions: [{{string.Join(", ", exceptions.Select(one => $"{{ {(one.Opens ? "open" : "block")}: \"{one.Host}{one.Path}\"{(one.Level is null ? "" : ", for: level pupils")} }}"))}}]
            """;
        return (Small.Filter(yaml, [.. Lists.Select(list => (list, string.Join('\n', names[list].Concat(paths[list].Select(one => one.Item1 + one.Item2)))))]), slow);
    }
}
