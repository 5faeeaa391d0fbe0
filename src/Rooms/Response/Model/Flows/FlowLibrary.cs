using System.Reflection;

namespace Lifeguard.Response.Model.Flows;

/// <summary>The flows by name; read and checked together, or not at all.</summary>
internal sealed class FlowLibrary
{
    private const string Prefix = "response/";
    private const string CommonName = "common.yml";

    private readonly Dictionary<string, Edition> _editions;

    private readonly IReadOnlyList<FlowGroup> _groups;

    private FlowLibrary(IEnumerable<Edition> editions, IReadOnlyList<FlowGroup> groups)
    {
        _editions = editions.ToDictionary(one => one.Flow.Id, StringComparer.Ordinal);
        _groups = groups;
    }

    public IReadOnlyList<Flow> All => [.. _editions.Values.Select(one => one.Flow).OrderBy(one => one.Title, StringComparer.Ordinal)];

    /// <summary>All by kind of concern, as lists show them; kinds without any are left out.</summary>
    public IReadOnlyList<(FlowGroup Group, IReadOnlyList<Flow> Flows)> Grouped =>
        [.. _groups.Select(group => (group, (IReadOnlyList<Flow>)[.. All.Where(flow => flow.Group == group.Id)])).Where(one => one.Item2.Count > 0)];

    public Flow? Find(string id) => EditionOf(id)?.Flow;

    public Edition? EditionOf(string id) => _editions.GetValueOrDefault(id);

    public Edition? Find(Guid edition) => _editions.Values.FirstOrDefault(one => one.Id == edition);

    /// <summary>The flows that come with Lifeguard.</summary>
    public static FlowLibrary BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix + "flows/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Read(TextOf(assembly, Prefix + CommonName), [.. names.Select(name => (name[(Prefix.Length + "flows/".Length)..], TextOf(assembly, name)))]);
    }

    /// <exception cref="FlowFaultsException">Something is wrong; it names all of it.</exception>
    public static FlowLibrary Read(string common, IReadOnlyList<(string File, string Text)> files)
    {
        List<Fault> faults = [];
        List<Edition> editions = [];
        var shared = FlowReader.ReadCommon(CommonName, common, faults);
        if (shared is not null)
        {
            foreach (var (file, text) in files)
            {
                if (FlowReader.Read(file, text, shared, faults) is not { } flow) continue;
                faults.AddRange(FlowCheck.Faults(file, flow));
                if (editions.Exists(one => one.Flow.Id == flow.Id)) faults.Add(new Fault(file, 1, $"the flow \"{flow.Id}\" stands in another file too"));
                editions.Add(Edition.Of(flow, common, text));
            }
        }

        return faults.Count == 0 ? new FlowLibrary(editions, shared!.Groups) : throw new FlowFaultsException(faults);
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
