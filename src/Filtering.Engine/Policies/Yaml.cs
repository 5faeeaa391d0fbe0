using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>Reads one mapping of a policy: every key is asked for by name, and whatever nobody asked for is a fault with its line.</summary>
internal sealed class Yaml
{
    private const int Longest = 4 * 1024 * 1024;
    private const int Deepest = 12;

    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly HashSet<string> _asked = [];
    private readonly Faults _faults;

    private Yaml(YamlMappingNode node, Faults faults)
    {
        Line = (int)node.Start.Line;
        _faults = faults;
        foreach (var (key, value) in node)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text.Trim() : "";
            if (name.Length == 0) faults.Add(key, "a name is expected before the colon");
            else if (!_values.TryAdd(name, value)) faults.Add(key, $"\"{name}\" stands here twice");
        }
    }

    public int Line { get; }
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>Gathers what is wrong.</summary>
    internal sealed class Faults(string file)
    {
        private const int Most = 200;

        public List<PolicyFault> All { get; } = [];
        public string File { get; } = file;

        public void Add(YamlNode node, string text) => Add((int)node.Start.Line, text);

        public void Add(int line, string text)
        {
            if (All.Count < Most) All.Add(new PolicyFault(File, line, text));
        }
    }

    /// <summary>The whole document; null when it is none.</summary>
    public static Yaml? Document(string text, Faults faults)
    {
        if (text.Length > Longest)
        {
            faults.Add(1, "the file is larger than 4 million characters; long lists belong into list files");
            return null;
        }

        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            var parser = new Parser(reader);

            // Aliases let a short text stand for an endless one, and no policy needs them.
            stream.Load(new WithoutAliases(parser));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new Yaml(root, faults);
            faults.Add(1, stream.Documents.Count == 0 ? "the file is empty" : "names with colons are expected, one below the other");
        }
        catch (YamlException wrong)
        {
            faults.Add((int)wrong.Start.Line, $"this is not YAML: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // Some broken texts end the library in other ways; it does not say where.
            faults.Add(1, "this is not YAML");
        }

        return null;
    }

    private sealed class WithoutAliases(IParser inner) : IParser
    {
        private int _depth;

        public YamlDotNet.Core.Events.ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!inner.MoveNext()) return false;
            _depth += inner.Current?.NestingIncrease ?? 0;
            if (_depth > Deepest + 2) throw new YamlException(inner.Current!.Start, inner.Current.End, "it is nested too deeply");
            if (inner.Current is YamlDotNet.Core.Events.AnchorAlias or YamlDotNet.Core.Events.NodeEvent { Anchor.IsEmpty: false }) throw new YamlException(inner.Current.Start, inner.Current.End, "references (& and *) are not used in a policy");
            return true;
        }
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public int LineOf(string key) => _values.TryGetValue(key, out var node) ? (int)node.Start.Line : Line;

    /// <summary>Says that something is wrong with the value of a key.</summary>
    public void Wrong(string key, string text) => _faults.Add(LineOf(key), text);

    public string? Text(string key, bool isNeeded = false)
    {
        _asked.Add(key);
        if (!_values.TryGetValue(key, out var node))
        {
            if (isNeeded) _faults.Add(Line, $"\"{key}\" is missing");
            return null;
        }

        if (node is YamlScalarNode { Value: { Length: > 0 } text }) return text.Trim();
        _faults.Add(node, $"\"{key}\" needs a text");
        return null;
    }

    public T Choice<T>(string key, T usual, params (string Word, T Value)[] choices)
    {
        if (Text(key) is not { } text) return usual;
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        Wrong(key, $"\"{key}\" can be {string.Join(", ", choices.Select(one => one.Word))}, not \"{text}\"");
        return usual;
    }

    public bool Flag(string key, bool usual = false) => Choice(key, usual, ("yes", true), ("no", false), ("true", true), ("false", false));

    public int? Number(string key, int from, int to)
    {
        if (Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) return number;
        Wrong(key, $"\"{key}\" needs a whole number from {from} to {to}, not \"{text}\"");
        return null;
    }

    public DateOnly? Day(string key)
    {
        if (Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(key, $"\"{key}\" needs a day such as 2026-11-30, not \"{text}\"");
        return null;
    }

    /// <summary>A day (its first minute, or its last) or a minute, in the school's own time.</summary>
    public DateTimeOffset? Time(string key, TimeZoneInfo zone, bool isEnd)
    {
        if (Text(key) is not { } text) return null;
        DateTime local;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) local = isEnd ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(TimeOnly.MinValue);
        else if (!DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out local))
        {
            Wrong(key, $"\"{key}\" needs a day or a time such as 2026-11-30 or 2026-11-30 15:20, not \"{text}\"");
            return null;
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Texts, each with its line: a list, or a single one.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string key)
    {
        _asked.Add(key);
        if (!_values.TryGetValue(key, out var node)) return [];
        if (node is YamlScalarNode { Value: { Length: > 0 } single }) return [(single.Trim(), (int)node.Start.Line)];
        if (node is not YamlSequenceNode several)
        {
            _faults.Add(node, $"\"{key}\" needs a list");
            return [];
        }

        List<(string, int)> texts = [];
        foreach (var one in several)
        {
            if (one is YamlScalarNode { Value: { Length: > 0 } text }) texts.Add((text.Trim(), (int)one.Start.Line));
            else _faults.Add(one, $"each entry of \"{key}\" is a text");
        }

        return texts;
    }

    public IReadOnlyList<Yaml> Maps(string key)
    {
        _asked.Add(key);
        if (!_values.TryGetValue(key, out var node)) return [];
        if (node is YamlSequenceNode several)
        {
            List<Yaml> maps = [];
            foreach (var one in several)
            {
                if (one is YamlMappingNode map) maps.Add(new Yaml(map, _faults));
                else _faults.Add(one, $"each entry of \"{key}\" needs names with colons");
            }

            return maps;
        }

        _faults.Add(node, $"\"{key}\" needs a list");
        return [];
    }

    /// <summary>A mapping whose values are mappings, by name, in the order of the file.</summary>
    public IReadOnlyList<(string Name, Yaml Map)> Named(string key)
    {
        _asked.Add(key);
        if (!_values.TryGetValue(key, out var node)) return [];
        List<(string, Yaml)> named = [];
        if (node is not YamlMappingNode map)
        {
            _faults.Add(node, $"\"{key}\" needs names with colons, one below the other");
            return [];
        }

        HashSet<string> seen = [];
        foreach (var (name, value) in map)
        {
            var text = (name as YamlScalarNode)?.Value?.Trim() ?? "";
            if (text.Length == 0) _faults.Add(name, "a name is expected before the colon");
            else if (!seen.Add(text)) _faults.Add(name, $"\"{text}\" stands here twice");
            else if (value is YamlMappingNode inner) named.Add((text, new Yaml(inner, _faults)));
            else _faults.Add(value, $"\"{text}\" needs names with colons below it");
        }

        return named;
    }

    /// <summary>A mapping whose values are texts.</summary>
    public IReadOnlyList<(string Name, string Text, int Line)> Pairs(string key)
    {
        _asked.Add(key);
        if (!_values.TryGetValue(key, out var node)) return [];
        if (node is not YamlMappingNode map)
        {
            _faults.Add(node, $"\"{key}\" needs names with colons, one below the other");
            return [];
        }

        List<(string, string, int)> pairs = [];
        HashSet<string> seen = [];
        foreach (var (name, value) in map)
        {
            if (name is YamlScalarNode { Value: { Length: > 0 } left } && value is YamlScalarNode { Value: { Length: > 0 } right })
            {
                if (!seen.Add(left.Trim())) _faults.Add(name, $"\"{left}\" stands here twice");
                else pairs.Add((left.Trim(), right.Trim(), (int)name.Start.Line));
            }
            else
            {
                _faults.Add(name, $"each entry of \"{key}\" is one name and one text");
            }
        }

        return pairs;
    }

    /// <summary>When everything was asked for: what is left means nothing, and is likely a slip.</summary>
    public void End()
    {
        foreach (var (key, node) in _values)
        {
            if (_asked.Contains(key)) continue;
            var near = _asked.MinBy(known => Distance(known, key));
            _faults.Add(node.Start.Line > 0 ? (int)node.Start.Line : Line, $"\"{key}\" means nothing here{(near is not null && Distance(near, key) <= 3 ? $"; was \"{near}\" meant?" : "")}");
        }
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
