using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>One question and its answer.</summary>
internal sealed record CheckCell(string Kind, string Address, string Expected, string Seen, bool IsRight);

/// <summary>One group, level or door, and what it may open.</summary>
/// <param name="Where">Who was asked: "gateway 127.0.0.1:1344" or "door pupils 127.0.0.1:3128".</param>
/// <param name="Who">A group, a level ("level ks2"), or whoever comes in at a door.</param>
/// <param name="Level">The level that it has; null where that is not known.</param>
/// <param name="How">As whom it was asked.</param>
/// <param name="NotAsked">Why it could not be asked; null where it was.</param>
internal sealed record CheckRow(string Where, string Who, string? Level, string How, string? NotAsked, IReadOnlyList<CheckCell> Cells)
{
    public string Name => Level is null || Who == Level || Who == $"level {Level}" ? Who : $"{Who} ({Level})";

    /// <summary>Kinds that every row must answer for; a check without them looks better than it is.</summary>
    public IEnumerable<string> Missing => NotAsked is not null ? [] : CheckQuestions.Needed.Where(kind => !Cells.Any(cell => cell.Kind == kind));
}

/// <summary>What is kept of one check.</summary>
/// <param name="Running">What the gateway's health says that it holds; null where it does not say.</param>
/// <param name="IsOther">Gateways that answered with another configuration than the one in this folder.</param>
internal sealed record CheckEvidence(
    DateTimeOffset At, string Place, string Device, string Group, string By, string Machine, string? School, string Configuration, string? Running, IReadOnlyList<string> IsOther, IReadOnlyList<CheckRow> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands in the place of a configuration where the folder holds none.</summary>
    public const string NotHere = "not here";

    /// <summary>Another gate may stand behind the port: what it answered is no evidence of the configuration in this folder.</summary>
    public bool IsOfThisConfiguration => IsOther.Count == 0 && (Running is null || Configuration == NotHere || Running == Configuration);

    public bool IsRight => IsOfThisConfiguration && Rows.Count > 0 && Rows.All(row => row.NotAsked is null && !row.Missing.Any() && row.Cells.All(cell => cell.IsRight));

    /// <summary>Minutes of the last term in which the staff's door was open without a filter, as the gate's folder knows them.</summary>
    public int UnfilteredMinutes { get; init; }

    public IEnumerable<(CheckRow Row, CheckCell Cell)> Cells => Rows.SelectMany(row => row.Cells.Select(cell => (row, cell)));

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what was kept; null for a file that is none.</summary>
    public static CheckEvidence? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckEvidence>(File.ReadAllText(path), Json) is { Place: not null, Device: not null, Rows: not null } kept && kept.Rows.All(row => row is { Who: not null, Cells: not null }) ? kept : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
