using System.Text;
using System.Text.Json;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Gateway.Commands;

/// <summary><c>filter decide</c>: reads addresses, one a line, and writes what becomes of each as one JSON line.</summary>
internal sealed class DecideAddresses
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<int> RunAsync(Filter filter, string level, DateTimeOffset at, Stream input, Stream output, TextWriter error)
    {
        if (filter.Policy.Levels.FirstOrDefault(one => one.Name == level) is not { } found)
        {
            await error.WriteLineAsync($"There is no level \"{level}\". There are: {string.Join(", ", filter.Policy.Levels.Select(one => one.Name))}.");
            return 2;
        }

        var asker = filter.AskerAt(found);
        var moment = Moment.At(at, filter.Policy.Zone);
        var lines = new LineInput(input);
        using var pending = new MemoryStream();
        await using var json = new Utf8JsonWriter(pending, Plain);
        var scratch = new byte[WebAddress.ScratchLength];
        while (lines.Next())
        {
            Write(filter, lines.Line, asker, moment, scratch, json);
            json.Flush();
            json.Reset();
            pending.WriteByte((byte)'\n');
            if (!lines.HasMore || pending.Length > 1 << 16) Send(pending, output);
        }

        Send(pending, output);
        return 0;
    }

    private static void Write(Filter filter, ReadOnlySpan<byte> line, Asker asker, Moment moment, byte[] scratch, Utf8JsonWriter json)
    {
        var verdict = Filter.Unreadable;
        var fault = WebAddress.TryRead(line, scratch, out var address);
        if (fault is AddressFault.None) verdict = filter.Decide(new WebRequest(address), asker, moment);
        var said = filter.Explain(new WebRequest(address), verdict, asker);
        json.WriteStartObject();
        json.WriteString("url", Encoding.UTF8.GetString(line));
        json.WriteString("action", verdict.Action switch { FilterAction.Allow => "allow", FilterAction.Block => "block", FilterAction.Rewrite => "rewrite", _ => "refuse" });
        json.WriteString("reason", verdict.Reason.ToString());
        json.WriteString("category", said.Category);
        json.WriteString("list", said.List);
        json.WriteString("entry", said.Entry);
        json.WriteString("rule", said.Rule);
        json.WriteString("level", said.Level);
        json.WriteString("snapshot", said.Snapshot);
        if (fault is not AddressFault.None) json.WriteString("fault", fault.ToString());
        json.WriteEndObject();
    }

    private static void Send(MemoryStream pending, Stream output)
    {
        output.Write(pending.GetBuffer().AsSpan(0, (int)pending.Length));
        output.Flush();
        pending.SetLength(0);
    }
}
