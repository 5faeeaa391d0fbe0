using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lifeguard.Filtering.Alarms;

/// <summary>How a gateway says that it stands: what of it the site looks at, cut to size.</summary>
internal sealed record GatewayHealth
{
    private const int MostDoors = 20;
    private const int MostFaults = 5;
    private const int LongestFault = 250;
    private const int LongestWait = 1_000;
    private const int LongestDoor = 60;
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <summary>Whether it has a filter to decide with.</summary>
    public required bool Decides { get; init; }

    /// <summary>What is wrong with files, so that the last good ones hold.</summary>
    public required string Files { get; init; }

    /// <summary>Which lists wait for somebody to say that they may shrink; empty where none do.</summary>
    public required string ListsWait { get; init; }

    public required bool LogIsStuck { get; init; }

    /// <summary>Decisions that were not written down, since it started.</summary>
    public required long NotLogged { get; init; }

    public required IReadOnlyList<DoorSeen> Doors { get; init; }

    /// <summary>Null for what no gateway says.</summary>
    public static GatewayHealth? Read(ReadOnlySpan<byte> said)
    {
        try
        {
            if (JsonSerializer.Deserialize<Heard>(said, Form) is not { Decides: { } decides } heard) return null;
            return new GatewayHealth
            {
                Decides = decides,
                Files = string.Join('\n', (heard.FileFaults ?? []).OfType<string>().Take(MostFaults).Select(fault => Plain(fault, LongestFault))),
                ListsWait = Plain(heard.ListsWait ?? "", LongestWait),
                LogIsStuck = heard.LogIsStuck,
                NotLogged = Math.Max(0, heard.NotLogged ?? 0),
                Doors = [.. (heard.Probes ?? []).OfType<HeardProbe>().Take(MostDoors).Select(one => new DoorSeen(Plain(one.Name ?? "", LongestDoor), Plain(one.Saw ?? "", LongestDoor), Math.Max(0, one.Misses))).DistinctBy(one => one.Name)],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One line of characters that can be seen, and no longer than that. What turns the direction of text goes too.</summary>
    internal static string Plain(string text, int longest)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest - 1)
            {
                plain.Append('…');
                break;
            }

            var isSeen = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (isSeen) plain.Append(rune);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().Trim();
    }

    private sealed record Heard(bool? Decides, IReadOnlyList<string?>? FileFaults, string? ListsWait, bool LogIsStuck, long? NotLogged, IReadOnlyList<HeardProbe?>? Probes);

    private sealed record HeardProbe(string? Name, string? Saw, int Misses);
}

/// <summary>What a probe saw at a door of Squid.</summary>
/// <param name="Misses">How often in a row it was not what it should be.</param>
internal sealed record DoorSeen(string Name, string Saw, int Misses)
{
    private const string Open = "open";
    private const string Blocked = "blocked";

    // A door that is not up yet is neither well nor wrong.
    public bool IsWell => Misses == 0 && Answers;

    /// <summary>No restart opens what must be blocked, so once is enough.</summary>
    public bool IsOpen => Misses >= 1 && Saw == Open;

    // One miss may be a restart.
    public bool IsShut => Misses >= 2 && Saw == Blocked;

    public bool IsSilent => Misses >= 2 && Saw is not (Open or Blocked);

    public bool Answers => Saw is Open or Blocked;
}
