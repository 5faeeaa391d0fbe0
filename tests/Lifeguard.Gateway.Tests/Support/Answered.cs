using System.Globalization;
using System.Text;

namespace Lifeguard.Gateway.Tests.Support;

/// <summary>
/// What came back, read by a second reader that shares nothing with the first and forgives nothing: every length must be the one that is said.
/// </summary>
internal sealed record Answered(int Status, IReadOnlyDictionary<string, string> Fields, string? RequestHead, string? ResponseHead, string? Body)
{
    /// <summary>In a word, for tables: <c>204</c>, <c>100</c>, <c>page 403</c>, <c>request</c>, <c>answer</c>, <c>options</c>.</summary>
    public string Word => Status != 200 ? Status.ToString(CultureInfo.InvariantCulture)
        : RequestHead is not null ? "request"
        : ResponseHead is null ? "options"
        : Fields.GetValueOrDefault("X-Filter-Verdict") == "allow" ? "answer"
        : $"page {ResponseHead.Split(' ')[1]}";

    public static IReadOnlyList<Answered> All(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        List<Answered> answers = [];
        var at = 0;
        while (at < text.Length) answers.Add(One(text, ref at));
        return answers;
    }

    private static Answered One(string text, ref int at)
    {
        var end = text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
        if (end < 0) throw new InvalidDataException($"A head without end: {text[at..]}");
        var lines = text[at..end].Split("\r\n");
        at = end + 4;
        if (!lines[0].StartsWith("ICAP/1.0 ", StringComparison.Ordinal)) throw new InvalidDataException($"No answer begins so: {lines[0]}");
        var status = int.Parse(lines[0][9..12], NumberStyles.None, CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            fields.Add(line[..colon], line[(colon + 2)..]);
        }

        if (!fields.TryGetValue("Encapsulated", out var list)) return status is 204 or 100 ? new Answered(status, fields, null, null, null) : throw new InvalidDataException("No list of parts");

        var parts = list.Split(", ").Select(part => part.Split('=')).Select(part => (Name: part[0], At: int.Parse(part[1], NumberStyles.None, CultureInfo.InvariantCulture))).ToArray();
        if (parts[0].At != 0) throw new InvalidDataException("The first part does not begin at 0");
        var start = at;
        string? request = null, response = null, body = null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (at - start != parts[i].At) throw new InvalidDataException($"{parts[i].Name} begins at {at - start}, not at {parts[i].At}");
            switch (parts[i].Name)
            {
                case "req-hdr":
                    request = Head(text, ref at, start + parts[i + 1].At);
                    break;
                case "res-hdr":
                    response = Head(text, ref at, start + parts[i + 1].At);
                    break;
                case "null-body" when i == parts.Length - 1:
                    break;
                case "req-body" or "res-body" when i == parts.Length - 1:
                    body = Chunked(text, ref at);
                    break;
                default:
                    throw new InvalidDataException($"No part is called {parts[i].Name}");
            }
        }

        return new Answered(status, fields, request, response, body);
    }

    private static string Head(string text, ref int at, int end)
    {
        var head = text[at..end];
        if (head.IndexOf("\r\n\r\n", StringComparison.Ordinal) != head.Length - 4) throw new InvalidDataException("A head does not end where it is said to end");
        if (head.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal)) throw new InvalidDataException("A bare end of line");
        at = end;
        return head;
    }

    private static string Chunked(string text, ref int at)
    {
        var body = new StringBuilder();
        while (true)
        {
            var line = text.IndexOf("\r\n", at, StringComparison.Ordinal);
            if (line < 0) throw new EndOfStreamException("The body breaks off");
            var size = int.Parse(text[at..line], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            at = line + 2;
            if (at + size + 2 > text.Length) throw new EndOfStreamException("The body breaks off");
            body.Append(text, at, size);
            at += size;
            if (text[at..(at + 2)] != "\r\n") throw new InvalidDataException("A chunk does not end where it is said to end");
            at += 2;
            if (size == 0) return body.ToString();
        }
    }
}
