using Lifeguard.Response.Model.Cases;
using YamlDotNet.RepresentationModel;

namespace Lifeguard.Tests.Response;

/// <summary>The case tables that come with the product, and which rows of the requirements no case shows.</summary>
internal static class Cases
{
    public static IReadOnlyList<SampleCase> All => SampleCases.BuiltIn.All;

    /// <summary>Rows of the requirements that no case shows, and why.</summary>
    public static IReadOnlyDictionary<string, string?> WithoutACase { get; } = RowsOf(Path.Combine(AppContext.BaseDirectory, "Response", "Rows", "without-a-case.yml"));

    private static Dictionary<string, string?> RowsOf(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        var rows = (YamlMappingNode)((YamlMappingNode)stream.Documents[0].RootNode).Children["rows"];
        return rows.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value);
    }
}
