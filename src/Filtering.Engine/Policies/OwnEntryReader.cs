using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Compile;

namespace Lifeguard.Filtering.Engine.Policies;

/// <summary>Reads an address as people write it into a policy: <c>example.org</c>, <c>*.example.org</c>, <c>https://example.org/page</c>.</summary>
internal static class OwnEntryReader
{
    public static OwnEntry? Read(string text, int line, out string? because)
    {
        because = null;
        var bytes = Encoding.UTF8.GetBytes(text);
        var parser = new LineParser(new byte[2 * WebAddress.ScratchLength]);
        if (bytes.AsSpan().IndexOfAny((byte)' ', (byte)'\t') < 0 && parser.Read(bytes) is LineKind.Entry) return new OwnEntry(Encoding.ASCII.GetString(parser.Host), Encoding.UTF8.GetString(parser.Path), line);
        because = $"\"{text}\" is no address that can be listed: {parser.Because ?? "it needs to be one name, or a name and a path"}";
        return null;
    }
}
