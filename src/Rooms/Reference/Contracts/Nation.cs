namespace Lifeguard.Reference.Contracts;

/// <summary>The four nations. England and Wales share their bank holidays, not their guidance.</summary>
public enum Nation
{
    England,
    Wales,
    Scotland,
    NorthernIreland,
}

/// <summary>A nation as it is written, and the name of its bank-holiday calendar.</summary>
public sealed record NationEntry : IDated
{
    public required string Key { get; init; }
    public required string Label { get; init; }

    /// <summary>One of <c>england-and-wales</c>, <c>scotland</c>, <c>northern-ireland</c>.</summary>
    public required string BankHolidays { get; init; }

    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}
