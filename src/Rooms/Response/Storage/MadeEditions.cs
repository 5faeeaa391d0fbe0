using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;

namespace Lifeguard.Response.Storage;

/// <summary>Flows made of ours and local guidance: the same texts make the same flow, so each is read and tried once.</summary>
internal sealed class MadeEditions
{
    // Each is a few hundred kilobytes, and every publishing makes one.
    private const int Most = 200;

    private readonly ConcurrentDictionary<Guid, MadeEdition> _made = new();

    public MadeEdition Get(Edition own, IReadOnlyList<LocalLayer> layers)
    {
        if (layers.Count == 0) return new MadeEdition(own, []);

        var key = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{own.Id}\0{string.Join('\0', layers.Select(one => $"{one.Mark}\0{one.Guidance.Write()}"))}")).AsSpan(0, 16));
        if (_made.TryGetValue(key, out var known)) return known;
        if (_made.Count >= Most) _made.Clear();
        var edition = LocalFlow.Make(own, layers, out var refused);
        return _made.GetOrAdd(key, new MadeEdition(edition, refused));
    }
}

/// <param name="Refused">Why the nearest file does not fit any more; none where it holds or there is none.</param>
internal sealed record MadeEdition(Edition Edition, IReadOnlyList<Fault> Refused);
