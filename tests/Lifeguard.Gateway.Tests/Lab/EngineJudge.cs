using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>
/// The shortest way from Squid to the engine, for tests that look at Squid: what it is shown is judged as the table of ways around says. It
/// has none of the gateway's care for speed and bad input.
/// </summary>
internal sealed class EngineJudge
{
    private const string Yaml =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories:
          adult: { title: Adult content, lists: [adult], locked: yes }
          circumvention: { title: Ways round the filter, lists: [circumvention], locked: yes }
        words:
          bad: { title: Bad words, words: [badword], in: [searches, addresses] }
        levels:
          pupils: { title: Pupils, blocks: [adult, circumvention], words: [bad] }
          staff: { title: Staff, for: staff, blocks: [adult, circumvention], words: [bad], bare numbers: open, nameless tunnels: open, safe search: strict }
        groups:
          staff: staff
        """;

    private readonly Filter _filter;

    public EngineJudge()
    {
        var compiler = new ListCompiler();
        var now = TimeProvider.System.GetUtcNow();
        compiler.Add(new ListFile("adult", "adult", now, "blocked.test\ngood.test/bad\n"u8.ToArray()));
        compiler.Add(new ListFile("circumvention", "circumvention", now, "nip.test\ndoh.test\nproxy.test\nfront.test\nremote.test\nmirror.test\n"u8.ToArray()));
        var path = Path.GetTempFileName();
        compiler.Write(path);
        var snapshot = FilterSnapshot.Open(path, out var fault) ?? throw new InvalidDataException(fault);
        File.Delete(path);
        var policy = Policy.Read("policy.yml", Yaml, out var faults) ?? throw new InvalidDataException(string.Join('\n', faults));
        var overlay = Overlay.Read("overlay.yml", "overlay: 1\npeople:\n  teacher: { level: staff }\n", policy, out faults) ?? throw new InvalidDataException(string.Join('\n', faults));
        _filter = Filter.Bind(snapshot, policy, overlay, out faults) ?? throw new InvalidDataException(string.Join('\n', faults));
    }

    public string? Judge(string icap, string http)
    {
        var words = http.Split("\r\n")[0].Split(' ');
        var (method, address) = (words[0], string.Join(' ', words[1..^1]));
        var asker = _filter.AskerFor(Wire.Header(icap, "X-Filter-Port") == "staff" ? "teacher" : null, System.Net.IPAddress.Loopback);
        var name = Wire.Header(icap, "X-Filter-Sni") ?? "-";
        if (method == "CONNECT" && Wire.Header(icap, "X-Filter-Stage") == "2")
        {
            if (name == "-") return asker.Level.IsForPupils ? No("no name") : null;
            address = $"{name}:443";
        }

        var scratch = new byte[WebAddress.ScratchLength];
        var raw = Encoding.Latin1.GetBytes(address);
        var fault = method == "CONNECT" ? WebAddress.TryReadTunnel(raw, scratch, out var read) : WebAddress.TryRead(raw, scratch, out read);
        if (fault is not AddressFault.None) return No(fault.ToString());
        var request = new WebRequest(read, method.All(char.IsAsciiLetterUpper) && Enum.TryParse<WebMethod>(method, ignoreCase: true, out var known) ? known : WebMethod.Other);
        var verdict = _filter.Decide(request, asker, Moment.At(TimeProvider.System.GetUtcNow(), _filter.Policy.Zone));
        if (verdict.Action is FilterAction.Allow) return null;
        if (verdict.Action is not FilterAction.Rewrite) return No(verdict.Reason.ToString());
        var into = new byte[9000];
        var length = _filter.Rewrite(request, verdict, asker, into);
        return http.Replace(words[1], Encoding.Latin1.GetString(into, 0, length), StringComparison.Ordinal);
    }

    private static string No(string why) => $"HTTP/1.1 403 Forbidden\r\nX-Judged: {why}\r\nContent-Length: 0\r\n\r\n";
}
