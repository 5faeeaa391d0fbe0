using System.Security.Cryptography;
using System.Text;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Live;

/// <summary>How a request is decided; a door of one line, so that tests can stand behind it and fail.</summary>
internal delegate Verdict Deciding(in WebRequest request, Asker asker, in Moment now);

/// <summary>
/// The filter that holds now, with everything made from it once: who is known, and the answers that are only copied. An exchange takes one
/// and keeps it to its end, so no request is decided half by one policy and half by the next.
/// </summary>
internal sealed class InForce
{
    private readonly byte[][] _options;
    private Minute? _minute;

    public InForce(Filter filter, Leases leases, DateTimeOffset since)
    {
        Filter = filter;
        Since = since;
        Decide = filter.Decide;
        Clients = new KnownClients(filter, leases);
        Tag = TagOf(filter);
        Unchanged = AnswerWriter.Unchanged(Tag);
        _options = [.. Enum.GetValues<IcapService>().Select(service => AnswerWriter.Options(Tag, service, Limits.Connections))];
    }

    public Filter Filter { get; }
    public DateTimeOffset Since { get; }
    public Deciding Decide { get; init; }
    public KnownClients Clients { get; }

    /// <summary>Changes with lists, policy and overlay: what Squid kept of our answers is then void.</summary>
    public byte[] Tag { get; }
    public byte[] Unchanged { get; }

    public byte[] Options(IcapService service) => _options[(int)service];

    /// <summary>The school's own time; its zone is asked once a minute.</summary>
    public Moment MomentAt(DateTimeOffset now)
    {
        var number = now.UtcTicks / TimeSpan.TicksPerMinute;
        var minute = _minute;
        if (minute is null || minute.Number != number) _minute = minute = new Minute(number, Moment.At(now, Filter.Policy.Zone).MinuteOfWeek);
        return new Moment(now, minute.OfWeek);
    }

    private static byte[] TagOf(Filter filter)
    {
        var versions = $"{filter.Snapshot.Version}\n{filter.Policy.Version}\n{filter.Overlay.Version}";
        return Encoding.ASCII.GetBytes($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(versions)))[..16]}\"");
    }

    private sealed record Minute(long Number, int OfWeek);
}
