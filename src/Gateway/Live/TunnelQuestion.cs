using System.Buffers.Text;
using System.Text;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// How a Squid's watcher asks about what is open at its door, and how a gateway answers: a line for each connection, with how many seconds
/// it can have been open at most where that is known; and back <c>stays</c> or <c>ends</c> before each that is known. No name goes either way.
/// </summary>
internal static class TunnelQuestion
{
    public const string Path = "/tunnels";

    /// <summary>In bytes, of either; a Squid has no more than 16,384 sockets.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private const string StaysWord = "stays ";
    private const string EndsWord = "ends ";

    public static void Ask(StringBuilder question, ConnectionEnds ends, TimeSpan? longest)
    {
        question.Append(ends);
        // Rounded up: whoever is taken for younger than it is, is taken for another.
        if (longest is { } time) question.Append(' ').Append((long)Math.Ceiling(time.TotalSeconds));
        question.Append('\n');
    }

    /// <summary>Null where the question is none.</summary>
    public static string? Answer(OpenTunnels tunnels, ReadOnlySpan<byte> question)
    {
        var answer = new StringBuilder();
        foreach (var range in question.Split((byte)'\n'))
        {
            var line = question[range];
            if (line.IsEmpty) continue;
            if (!ConnectionEnds.TryRead(line, out var ends, out var rest) || !TryLongest(rest, out var longest)) return null;
            var fate = tunnels.Judge(ends, longest);
            if (fate != TunnelFate.Unknown) answer.Append(fate == TunnelFate.Stays ? StaysWord : EndsWord).Append(ends).Append('\n');
        }

        return answer.ToString();
    }

    /// <summary>Adds what a gateway said; what is not understood is not said.</summary>
    public static void Read(string answer, ISet<ConnectionEnds> stay, ISet<ConnectionEnds> end)
    {
        foreach (var line in answer.Split('\n'))
        {
            var known = line.StartsWith(StaysWord, StringComparison.Ordinal) ? stay : line.StartsWith(EndsWord, StringComparison.Ordinal) ? end : null;
            if (known is not null && ConnectionEnds.TryRead(Encoding.ASCII.GetBytes(line[(known == stay ? StaysWord : EndsWord).Length..]), out var ends, out var rest) && rest.IsEmpty) known.Add(ends);
        }
    }

    private static bool TryLongest(ReadOnlySpan<byte> text, out TimeSpan? longest)
    {
        longest = null;
        if (text.IsEmpty) return true;
        if (!Utf8Parser.TryParse(text, out uint seconds, out var read) || read != text.Length) return false;
        longest = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
