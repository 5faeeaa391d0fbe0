using System.Reflection;
using Lifeguard.Response.Model.Flows;
using YamlDotNet.RepresentationModel;

namespace Lifeguard.Response.Model.Cases;

/// <summary>The cases that come with Lifeguard: what no flow, ours or a local one, may fall below.</summary>
internal sealed class SampleCases
{
    private const string Prefix = "response/cases/";

    // Some hundred cases are read when somebody first looks at them, not when the program starts.
    private static readonly Lazy<SampleCases> AsTheyCome = new(Read);

    private readonly ILookup<string, SampleCase> _byFlow;

    private SampleCases(IReadOnlyList<SampleCase> all) => (All, _byFlow) = (all, all.ToLookup(one => one.Flow, StringComparer.Ordinal));

    public static SampleCases BuiltIn => AsTheyCome.Value;

    public IReadOnlyList<SampleCase> All { get; }

    public IReadOnlyList<SampleCase> Of(string flow) => [.. _byFlow[flow]];

    private static SampleCases Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        List<Fault> faults = [];
        List<SampleCase> cases = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            cases.AddRange(CasesOf(name[Prefix.Length..], reader.ReadToEnd(), faults));
        }

        return faults.Count == 0 ? new SampleCases(cases) : throw new FlowFaultsException(faults);
    }

    private static IEnumerable<SampleCase> CasesOf(string file, string text, List<Fault> faults)
    {
        var yaml = new YamlFile(file, faults);
        if (yaml.Root(text) is not { } root) yield break;

        var flow = yaml.Text(root, "flow");
        var usual = Texts(yaml, root, "usual");
        foreach (var one in yaml.Maps(root, "cases"))
        {
            yaml.Only(one, "case", "answers", "settings", "urgency", "refer", "neverRefer", "tell", "neverTell", "held", "must", "mustNot", "rows");
            var answers = usual.ToDictionary();
            foreach (var (question, answer) in Texts(yaml, one, "answers")) answers[question] = answer;
            yield return new SampleCase(
                flow, yaml.Text(one, "case"), answers, Texts(yaml, one, "settings"), yaml.Text(one, "urgency"), Pairs(yaml, one, "refer"), Names(yaml, one, "neverRefer"), Pairs(yaml, one, "tell"),
                Names(yaml, one, "neverTell"), Names(yaml, one, "held"), Names(yaml, one, "must"), Names(yaml, one, "mustNot"), Names(yaml, one, "rows"));
        }
    }

    private static Dictionary<string, string> Texts(YamlFile yaml, YamlMappingNode map, string name) => yaml.Pairs(map, name).ToDictionary(one => one.Name, one => YamlFile.Text(one.Value) ?? "");

    // A list of names, or names with a time.
    private static Dictionary<string, string?> Pairs(YamlFile yaml, YamlMappingNode map, string name) => YamlFile.Find(map, name) is YamlMappingNode
        ? yaml.Pairs(map, name).ToDictionary(one => one.Name, one => YamlFile.Text(one.Value))
        : Names(yaml, map, name).ToDictionary(one => one, _ => (string?)null);

    private static List<string> Names(YamlFile yaml, YamlMappingNode map, string name) => [.. yaml.Names(map, name).Select(one => one.Text)];
}
