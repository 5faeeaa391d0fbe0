using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Reference.Model;

/// <summary>
/// One data file: entries, and the source and date that an entry takes when it names none of its own.
/// Faults are collected rather than thrown, so that an editor sees all of them at once.
/// </summary>
internal sealed class DataFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private readonly string _name;
    private readonly JsonObject _root;
    private readonly List<string> _faults;

    private DataFile(string name, JsonObject root, List<string> faults) => (_name, _root, _faults) = (name, root, faults);

    public static DataFile Open(IReadOnlyDictionary<string, string> files, string name, List<string> faults)
    {
        try
        {
            if (files.TryGetValue(name, out var text))
            {
                return new DataFile(name, JsonNode.Parse(text) as JsonObject ?? [], faults);
            }

            faults.Add($"{name}: the file is missing");
        }
        catch (JsonException wrong)
        {
            faults.Add($"{name}: not JSON ({wrong.Message})");
        }

        return new DataFile(name, [], []);
    }

    public IReadOnlyList<T> Entries<T>() where T : class, IDated
    {
        if (_root["entries"] is not JsonArray { Count: > 0 } entries)
        {
            _faults.Add($"{_name}: there are no entries");
            return [];
        }

        var read = entries.Select((node, at) => Entry<T>(node, at)).OfType<T>().ToList();
        foreach (var twice in read.GroupBy(entry => entry.Key, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            _faults.Add($"{_name}: '{twice.Key}' stands there {twice.Count()} times");
        }

        return read;
    }

    public IReadOnlyList<T> Part<T>(string name)
    {
        try
        {
            return _root[name].Deserialize<List<T>>(Strict) ?? throw new JsonException($"no '{name}'");
        }
        catch (JsonException wrong)
        {
            _faults.Add($"{_name}: {name}: {wrong.Message}");
            return [];
        }
    }

    public string Words(string name)
    {
        if (_root[name]?.GetValue<string>() is { Length: > 0 } words) return words;

        _faults.Add($"{_name}: no '{name}'");
        return "";
    }

    private T? Entry<T>(JsonNode? node, int at) where T : class, IDated
    {
        var name = (node as JsonObject)?["key"]?.ToString() ?? $"number {at + 1}";
        if (node is not JsonObject entry)
        {
            _faults.Add($"{_name}: {name}: not an object");
            return null;
        }

        foreach (var inherited in new[] { "source", "checkedOn" })
        {
            if (entry[inherited] is null && _root[inherited] is { } value) entry[inherited] = value.DeepClone();
        }

        try
        {
            return Checked(entry.Deserialize<T>(Strict)!, name);
        }
        catch (JsonException wrong)
        {
            _faults.Add($"{_name}: {name}: {wrong.Message}");
            return null;
        }
    }

    private T Checked<T>(T entry, string name) where T : IDated
    {
        if (string.IsNullOrWhiteSpace(entry.Source)) _faults.Add($"{_name}: {name}: no source");
        if (entry.CheckedOn < new DateOnly(2020, 1, 1)) _faults.Add($"{_name}: {name}: no sensible date of checking");
        if (string.IsNullOrWhiteSpace(entry.Key)) _faults.Add($"{_name}: {name}: no key");
        return entry;
    }
}
