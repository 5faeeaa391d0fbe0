using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Lifeguard.Storage.Almanac;

/// <summary>The answers of one edition, each under what the second wall showed and what was asked.</summary>
internal sealed class AlmanacPages(Guid mark)
{
    // Far more than the people of a partnership who work at once; a bound all the same.
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Scope, string What), object> _answers = new();
    // Beside the answers, because counting those takes every lock they have.
    private int _kept;

    public Guid Mark => mark;

    public bool AreFull => Volatile.Read(ref _kept) >= Most;

    public bool TryRead(string scope, string what, [NotNullWhen(true)] out object? answer) => _answers.TryGetValue((scope, what), out answer);

    public void Keep(string scope, string what, object answer)
    {
        if (_answers.TryAdd((scope, what), answer)) Interlocked.Increment(ref _kept);
    }
}
