namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>One file of a list, as it was read.</summary>
/// <param name="List">Which list it belongs to, such as <c>adult</c>.</param>
/// <param name="Source">Where it came from, for whoever looks: a file or an address.</param>
/// <param name="AsOf">When its source made it.</param>
public sealed record ListFile(string List, string Source, DateTimeOffset AsOf, ReadOnlyMemory<byte> Content);

/// <summary>A line that became no entry.</summary>
/// <param name="Line">From 1.</param>
public sealed record RejectedLine(string Source, int Line, string Because);

/// <summary>How far compiling has come.</summary>
public readonly record struct CompileProgress(string Doing, long Lines);
