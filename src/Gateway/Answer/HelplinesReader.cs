using System.Globalization;
using System.Text.Json;

namespace Lifeguard.Gateway.Answer;

/// <summary>Reads a list of helplines, <c>[{ "name": …, "number": …, "when": … }]</c>. All faults are named, each with its line.</summary>
/// <param name="hasWeb">Websites may be named: only those that are open in every failure.</param>
internal sealed class HelplinesReader(string file, int most, bool hasWeb)
{
    private const int LongestText = 200;

    private readonly List<string> _faults = [];

    public IReadOnlyList<Helpline>? Read(byte[] content, out IReadOnlyList<string> faults)
    {
        faults = _faults;
        List<Helpline> lines = [];
        try
        {
            // Some editors begin a file with a mark that says it is UTF-8.
            if (content is [0xef, 0xbb, 0xbf, ..]) content = content[3..];
            var json = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 4 });
            json.Read();
            if (json.TokenType != JsonTokenType.StartArray) Fault(content, json, "a list is expected: [{ \"name\": \"Our counsellor\", \"number\": \"01234 567890\" }]");
            else
            {
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (json.TokenType == JsonTokenType.StartObject) One(content, ref json, lines);
                    else
                    {
                        Fault(content, json, "each helpline stands in braces, with \"name\" and \"number\"");
                        json.Skip();
                    }
                }

                // Nothing may follow; whatever does is a fault of its own.
                while (json.Read()) { }
            }
        }
        catch (JsonException wrong)
        {
            Fault((wrong.LineNumber ?? 0) + 1, "it cannot be read");
        }

        return _faults.Count == 0 ? lines : null;
    }

    private void One(byte[] content, ref Utf8JsonReader json, List<Helpline> lines)
    {
        var start = LineAt(content, json.TokenStartIndex);
        string? name = null, number = null, when = null;
        Uri? web = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var key = Text(json);
            json.Read();
            if (json.TokenType != JsonTokenType.String || Text(json) is not { Length: <= LongestText } text)
            {
                Fault(content, json, $"\"{key}\" needs a text of at most {LongestText} signs, in quotation marks");
                json.Skip();
                continue;
            }

            switch (key)
            {
                case "name": name = text; break;
                case "number": number = text; break;
                case "when": when = text; break;
                case "web" when hasWeb: web = new Uri(text); break;
                default: Fault(content, json, $"\"{key}\" is not known; there are name, number and when"); break;
            }
        }

        if (string.IsNullOrWhiteSpace(name)) Fault(start, "a helpline needs a \"name\"");
        if (string.IsNullOrWhiteSpace(number)) Fault(start, "a helpline needs a \"number\"");
        if (lines.Count == most) Fault(start, string.Create(CultureInfo.InvariantCulture, $"there is room for {most} helplines"));
        else if (name is not null && number is not null) lines.Add(new Helpline(name, number, when ?? "", web));
    }

    /// <summary>Null for bytes that are no text.</summary>
    private static string? Text(in Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void Fault(byte[] content, in Utf8JsonReader json, string because) => Fault(LineAt(content, json.TokenStartIndex), because);

    private void Fault(long line, string because) => _faults.Add($"{file}, line {line}: {because}.");

    private static long LineAt(byte[] content, long position) => content.AsSpan(0, (int)position).Count((byte)'\n') + 1;
}
