using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Children.Model;

/// <summary>What an entry says, as the other system had it. Names of staff are text and give nobody a right.</summary>
internal sealed record EntryWords
{
    public string? Title { get; init; }

    /// <summary>Kept as it was: other systems' categories are not ours.</summary>
    public string? Category { get; init; }

    public string? Text { get; init; }

    public string? Actions { get; init; }

    public string? Status { get; init; }

    public string? WrittenBy { get; init; }

    /// <summary>Others whom the system linked, as text.</summary>
    public string? Others { get; init; }

    /// <summary>The number or name it had there.</summary>
    public string? Number { get; init; }

    /// <summary>Where a school that sent it had it from: another system, or a record of its own.</summary>
    public string? CameFrom { get; init; }

    public const int LongestText = 100_000;

    public byte[] SumOf(string source, DateTimeOffset at) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', source, at.UtcTicks, Title, Category, Text, Actions, Status, WrittenBy, Others, Number, CameFrom)));
}
