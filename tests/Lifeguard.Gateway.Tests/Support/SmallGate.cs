using System.Text;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Gateway.Tests.Support;

/// <summary>A small school's policy and lists.</summary>
internal static class SmallGate
{
    public const string Yaml =
        """
        policy: 1
        school: A school
        lowest level: youngest
        sealed lists: [never]
        categories:
          adult: { title: Adult content, lists: [adult], locked: yes }
          games: { title: Games, lists: [games] }
        own lists:
          lessons: { addresses: [lesson.test] }
        phrases: [phrases.txt]
        addresses:
          10.1.0.0/16: pupils
          10.2.0.0/16: staff
          10.3.0.0/16: office
          10.4.0.0/16: readers
          10.5.0.0/16: teenagers
        levels:
          youngest: { title: The youngest, blocks: [adult, games], page wording: youngest, safe search: "off", video: "off" }
          pupils: { title: Pupils, blocks: [adult, games], video: "off" }
          teenagers: { title: Years 10 and 11, blocks: [adult, games], page wording: teenager, safe search: "off", video: strict }
          readers: { title: Readers, blocks: [adult], page limit: 100, safe search: "off", video: "off" }
          staff: { title: Staff, for: staff, blocks: [adult], stays open: yes }
          office: { title: Office, for: staff, blocks: [adult], nameless tunnels: open, bare numbers: open }
        """;

    public const string Phrases = "60 free slots\n60 casino\n";

    public static void WriteLists(string path, params (string List, string Lines)[] lists)
    {
        var compiler = new ListCompiler();
        foreach (var (list, lines) in lists) compiler.Add(new ListFile(list, list, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), Encoding.UTF8.GetBytes(lines)));
        compiler.Write(path);
    }

    public static void WriteLists(string path) => WriteLists(path, ("adult", "adult.test\nmixed.test/bad\n"), ("games", "games.test\n"), ("never", "sealed.test\n"));

    public static Filter Filter()
    {
        var path = Path.Combine(Path.GetTempPath(), $"lifeguard-{Path.GetRandomFileName()}.snapshot");
        WriteLists(path);
        try
        {
            var snapshot = FilterSnapshot.Open(path, out var fault) ?? throw new InvalidDataException(fault);
            var policy = Policy.Read("policy.yml", Yaml, _ => Phrases, out var faults) ?? throw new InvalidDataException(string.Join('\n', faults));
            return Lifeguard.Filtering.Engine.Decide.Filter.Bind(snapshot, policy, Overlay.None, out faults) ?? throw new InvalidDataException(string.Join('\n', faults));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A gate's folder with everything in it.</summary>
    public static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("lifeguard-gate-").FullName;
        File.WriteAllText(Path.Combine(folder, "policy.yml"), Yaml);
        File.WriteAllText(Path.Combine(folder, "phrases.txt"), Phrases);
        WriteLists(Path.Combine(folder, "lists.snapshot"));
        return folder;
    }
}
