using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lifeguard.Reference.Contracts;

/// <summary>What the child does: sees it, is drawn into it, or does it.</summary>
public enum RiskRow
{
    Content,
    Contact,
    Conduct,
}

/// <summary>What it is about.</summary>
public enum RiskColumn
{
    Commercial,
    Aggressive,
    Sexual,
    Values,
}

/// <summary>The four areas of risk that guidance for England names today.</summary>
public enum FourC
{
    Content,
    Contact,
    Conduct,
    Commerce,
}

/// <summary>One of the twelve cells, written <c>content/sexual</c>.</summary>
[JsonConverter(typeof(RiskCellConverter))]
public readonly record struct RiskCell(RiskRow Row, RiskColumn Column) : IParsable<RiskCell>
{
    public override string ToString() => $"{Row}/{Column}".ToLowerInvariant();

    public static RiskCell Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cell) ? cell : throw new FormatException("Not a cell of the risk grid.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RiskCell result)
    {
        result = default;
        var parts = s?.Split('/') ?? [];
        // Letters only, because Enum.TryParse takes numbers for names.
        if (parts.Length != 2 || !s!.All(letter => letter == '/' || char.IsAsciiLetter(letter))) return false;
        if (!Enum.TryParse<RiskRow>(parts[0], ignoreCase: true, out var row)) return false;
        if (!Enum.TryParse<RiskColumn>(parts[1], ignoreCase: true, out var column)) return false;

        result = new RiskCell(row, column);
        return true;
    }
}

internal sealed class RiskCellConverter : JsonConverter<RiskCell>
{
    public override RiskCell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return RiskCell.TryParse(text, null, out var cell) ? cell : throw new JsonException($"'{text}' is not a cell of the risk grid");
    }

    public override void Write(Utf8JsonWriter writer, RiskCell value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
