namespace Lifeguard.Gateway.Commands;

/// <summary>Lines of a stream as bytes, without an object for each. What waits is handed out before more is read.</summary>
internal sealed class LineInput(Stream input)
{
    /// <summary>Longer than any address: what is longer is cut, and cannot be read as one.</summary>
    private const int Longest = 1 << 16;

    private readonly byte[] _buffer = new byte[4 * Longest];
    private int _from;
    private int _until;
    private int _lineStart;
    private int _lineEnd;
    private bool _isSkipping;

    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineEnd - _lineStart).TrimEnd((byte)'\r');

    /// <summary>Whether another whole line has come already: who answers line by line sends what it has before it waits.</summary>
    public bool HasMore => _buffer.AsSpan(_from, _until - _from).Contains((byte)'\n');

    public bool Next()
    {
        while (true)
        {
            var end = _buffer.AsSpan(_from, _until - _from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                (_lineStart, _lineEnd) = (_from, _from + end);
                _from += end + 1;
                if (!_isSkipping) return true;
                _isSkipping = false;
                continue;
            }

            if (_until - _from > Longest)
            {
                // Handed out once as what it is, too long; its rest is read over.
                (_lineStart, _lineEnd) = (_from, _from + Longest);
                var first = !_isSkipping;
                _from = _until;
                _isSkipping = true;
                if (first) return true;
                continue;
            }

            if (_from > 0)
            {
                _buffer.AsSpan(_from, _until - _from).CopyTo(_buffer);
                _until -= _from;
                _from = 0;
            }

            var read = input.Read(_buffer.AsSpan(_until));
            if (read == 0)
            {
                if (_until == _from || _isSkipping) return false;
                (_lineStart, _lineEnd) = (_from, _until);
                _from = _until;
                return true;
            }

            _until += read;
        }
    }
}
