using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lifeguard.Response.Model.Flows;

/// <summary>One YAML file, read piece by piece; what does not fit is noted with its line, and reading goes on.</summary>
internal sealed class YamlFile(string name, List<Fault> faults)
{
    // A flow is a few hundred lines; more is a mistake or an attack.
    public const int Longest = 200_000;

    // A list in a list in a list is enough for a flow; the reader would go down as far as it is led.
    private const int Deepest = 20;

    public YamlMappingNode? Root(string text)
    {
        if (text.Length > Longest)
        {
            Note(1, $"longer than {Longest:N0} characters");
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            if (GoesTooDeep(parser))
            {
                Note((int)parser.Current!.Start.Line, $"lists within lists, more than {Deepest} deep");
                return null;
            }

            parser = new Parser(new StringReader(text));
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            Note(1, "not one list of names and values");
        }
        catch (YamlException wrong)
        {
            // What is missing at the end is found missing behind the last line.
            Note(Math.Clamp((int)wrong.Start.Line, 1, text.AsSpan().TrimEnd().Count('\n') + 1), wrong.Message);
        }
        catch (InvalidOperationException)
        {
            // What the reader throws at a bracket that is never closed.
            Note((int)(parser.Current?.End.Line ?? 1), "this is not YAML: is a bracket or a quotation mark not closed?");
        }

        return null;
    }

    public void Note(int line, string says) => faults.Add(new Fault(name, line, says));

    public void Note(YamlNode at, string says) => Note(LineOf(at), says);

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>Notes every name that is not one of these.</summary>
    public void Only(YamlMappingNode map, params string[] names)
    {
        foreach (var key in map.Children.Keys.Where(key => !names.Contains(Text(key)))) Note(key, $"\"{Text(key)}\" is not known here; there is {string.Join(", ", names)}");
    }

    public string Text(YamlMappingNode map, string name) => Find(map, name) is { } node ? Text(node) ?? Wrong(node, $"\"{name}\" is not a text", "") : Wrong(map, $"\"{name}\" is missing", "");

    public string? TextOrNull(YamlMappingNode map, string name) => Find(map, name) is { } node ? Text(node) ?? Wrong(node, $"\"{name}\" is not a text", "") : null;

    public DateOnly? Day(YamlMappingNode map, string name) => Find(map, name) is not { } node ? null
        : DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", out var day) ? day : Wrong(node, $"\"{name}\" is not a day such as 2026-11-26", (DateOnly?)null);

    /// <summary>A name or a list of names.</summary>
    public IReadOnlyList<(string Text, YamlNode At)> Names(YamlMappingNode map, string name) => Find(map, name) is { } node ? Names(node) : [];

    public IReadOnlyList<(string Text, YamlNode At)> Names(YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(one => (Text(one) ?? Wrong(one, "not a name", ""), one))],
        _ => [(Text(node) ?? Wrong(node, "not a name", ""), node)],
    };

    public IReadOnlyList<(string Name, YamlNode Value)> Pairs(YamlMappingNode map, string name) => Find(map, name) switch
    {
        null => [],
        YamlMappingNode pairs => Pairs(pairs),
        var node => Wrong(node, $"\"{name}\" is not a list of names and values", Array.Empty<(string, YamlNode)>()),
    };

    public IReadOnlyList<(string Name, YamlNode Value)> Pairs(YamlMappingNode pairs)
    {
        List<(string Name, YamlNode Value)> read = [];
        foreach (var (key, value) in pairs.Children)
        {
            if (Text(key) is not { } name) Note(key, "not a name");
            else if (read.Exists(one => one.Name == name)) Note(key, $"\"{name}\" stands there twice");
            else read.Add((name, value));
        }

        return read;
    }

    public IReadOnlyList<YamlMappingNode> Maps(YamlMappingNode map, string name) => Find(map, name) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(one => one as YamlMappingNode ?? Wrong<YamlMappingNode?>(one, "not a list of names and values", null)).OfType<YamlMappingNode>()],
        var node => Wrong(node, $"\"{name}\" is not a list", Array.Empty<YamlMappingNode>()),
    };

    public static YamlNode? Find(YamlMappingNode map, string name) => map.Children.FirstOrDefault(pair => Text(pair.Key) == name).Value;

    public static string? Text(YamlNode node) => (node as YamlScalarNode)?.Value;

    /// <summary>Read piece by piece, which needs no more room for a deep text than for a flat one.</summary>
    private static bool GoesTooDeep(Parser parser)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest) return true;
        }

        return false;
    }

    private T Wrong<T>(YamlNode at, string says, T instead)
    {
        Note(at, says);
        return instead;
    }
}
