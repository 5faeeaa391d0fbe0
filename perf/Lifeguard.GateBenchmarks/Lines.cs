namespace Lifeguard.GateBenchmarks;

/// <summary>A file of addresses in memory, one piece of bytes for all of them.</summary>
internal sealed class Lines
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    public Lines(string path)
    {
        _bytes = File.ReadAllBytes(path);
        List<int> starts = [0];
        for (var at = 0; at < _bytes.Length; at++)
        {
            if (_bytes[at] == (byte)'\n') starts.Add(at + 1);
        }

        if (starts[^1] != _bytes.Length) starts.Add(_bytes.Length + 1);
        _starts = [.. starts];
    }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<byte> this[int line] => _bytes.AsSpan(_starts[line], _starts[line + 1] - _starts[line] - 1);
}
