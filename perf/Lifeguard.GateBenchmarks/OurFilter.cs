using System.Globalization;
using System.Text;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.GateBenchmarks;

/// <summary>A policy with everything on that a pupil's level has, over all categories.</summary>
internal static class OurFilter
{
    public static readonly Moment Morning = Moment.At(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc);

    /// <param name="hour">When it will be asked, of 24: the closed hours of its night lie on the other side of the day.</param>
    public static string PolicyText(IEnumerable<string> lists, string? phrases = null, int hour = 10)
    {
        var names = lists.ToList();
        var yaml = new StringBuilder("policy: 1\nschool: A bench\nlowest level: pupils\ncategories:\n");
        foreach (var name in names) yaml.Append(CultureInfo.InvariantCulture, $"  {name}: {{ title: {name}, lists: [{name}] }}\n");
        var phraseLines = phrases is null ? "" : $"phrases: [{phrases}]\n";
        yaml.Append(CultureInfo.InvariantCulture,
            $$"""
            own lists:
              lessons: { addresses: [lesson.test, lesson.example/maths] }
              ours: { addresses: [silly.test, silly.example/chat] }
            words:
              harm: { title: Self-harm, action: note, words: [hurt myself, suicide, kill myself, self harm] }
              rude: { title: Rude words, words: [porn, naked girls, live sex, poker online] }
            times:
              night: { days: [every day], from: "{{(hour + 12) % 24:00}}:00", to: "{{(hour + 20) % 24:00}}:00" }
            {{phraseLines}}levels:
              pupils:
                title: Pupils
                blocks: [{{string.Join(", ", names)}}]
                blocks own: [ours]
                opens: [lessons]
                words: [harm, rude]
                blocked downloads: [exe, msi, apk]
                times: [{ during: night, closed: yes }]
                {{(phrases is null ? "" : "page limit: 100000")}}
              numbers: { title: Staff, for: staff, blocks: [{{string.Join(", ", names)}}], bare numbers: open, safe search: off }
            addresses: { 10.0.0.0/8: pupils }
            exceptions:
              - { open: opened.test, for: level pupils }
              - { block: shut.test }

            """);
        return yaml.ToString();
    }

    public static Filter Open(string snapshot, string policyFile)
    {
        var lists = FilterSnapshot.Open(snapshot, out var fault) ?? throw new InvalidOperationException(fault);
        File.WriteAllText(policyFile, PolicyText(lists.Lists.Select(list => list.Name)));
        var policy = Policy.ReadFile(policyFile, out var faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
        return Filter.Bind(lists, policy, Overlay.None, out faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
