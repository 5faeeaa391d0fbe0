namespace Lifeguard.Reference.Contracts;

/// <summary>A cell of the grid with its examples and the area of today that it counts under.</summary>
public sealed record RiskCellEntry : IDated
{
    public string Key => Cell.ToString();
    public RiskCell Cell => new(Row, Column);
    public required RiskRow Row { get; init; }
    public required RiskColumn Column { get; init; }
    public required string Label { get; init; }
    public required IReadOnlyList<string> Examples { get; init; }
    public required FourC FourC { get; init; }
    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}

/// <summary>The grid of three rows and four columns, with the words at its edges.</summary>
public sealed record RiskGrid(
    IReadOnlyList<GridLabel> Rows, IReadOnlyList<GridLabel> Columns, IReadOnlyList<GridLabel> FourCs, IReadOnlyList<RiskCellEntry> Cells);

public sealed record GridLabel
{
    public required string Key { get; init; }
    public required string Label { get; init; }
    public string? Hint { get; init; }
}
