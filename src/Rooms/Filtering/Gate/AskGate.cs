using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Gate;

/// <summary>Asks the filter as the gateway would, for somebody who wants to know why.</summary>
internal sealed class AskGate(GateFilter gate)
{
    public bool IsThere => gate.Current() is not null;

    /// <summary>Null where there is no gate to ask.</summary>
    /// <param name="typed">As somebody types it: with or without what stands before the name.</param>
    public Explanation? Why(string typed, string? account, IPAddress address, DateTimeOffset at)
    {
        if (gate.Current() is not { } filter) return null;
        var asker = filter.AskerFor(account, address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, at);
        Span<byte> scratch = new byte[WebAddress.ScratchLength];
        var fault = WebAddress.TryRead(Encoding.UTF8.GetBytes(Whole(typed)), scratch, out var read);
        var request = new Engine.Decide.WebRequest(read);
        var verdict = fault == AddressFault.None ? filter.Decide(request, asker, Moment.At(at, filter.Policy.Zone)) : Filter.Unreadable;
        return filter.Explain(request, verdict, asker);
    }

    private static string Whole(string typed)
    {
        typed = typed.Trim();
        if (!typed.Contains("://", StringComparison.Ordinal)) typed = "https://" + typed;
        // Names in other scripts travel in another form; browsers change them before they ask.
        return !Ascii.IsValid(typed) && Uri.TryCreate(typed, UriKind.Absolute, out var address) ? $"{address.Scheme}://{address.IdnHost}{address.PathAndQuery}" : typed;
    }
}
