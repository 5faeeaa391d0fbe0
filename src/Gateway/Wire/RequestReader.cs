using System.Buffers;
using System.Text;

namespace Lifeguard.Gateway.Wire;

/// <summary>
/// Bytes to message: the ICAP head and the HTTP heads within it, copied together into one piece of memory that lasts until the next message.
/// <code>
///   ICAP head ....... \r\n\r\n | HTTP request head .. \r\n\r\n | HTTP response head .. \r\n\r\n | body (not read here)
///   0                          _icap                                                            _icap + Parts.Length
/// </code>
/// It knows nothing of filtering, never throws, and takes the same message from any cut of the stream. One for each connection.
/// </summary>
internal sealed class RequestReader : IDisposable
{
    // What is taken at a time while the end of the head is looked for: behind it may lie the next message, which is not ours to take.
    private const int Step = 1024;
    private const int Kept = 8 * 1024;

    private readonly Fields _fields = new();
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Kept);
    private int _length;
    private int _icap;

    public WireFault Fault { get; private set; }
    public IcapMethod Method { get; private set; }
    public IcapService Service { get; private set; }
    public Encapsulated Parts { get; private set; }

    /// <summary>How much of the body comes before we are asked; -1 when all of it comes.</summary>
    public int Preview { get; private set; }

    /// <summary>Whether "no change" may be said behind the preview too.</summary>
    public bool Allows204 { get; private set; }

    public bool HasBody => Parts.Body != BodyKind.None;

    /// <summary>Whether a message has begun and is not whole.</summary>
    public bool IsWithin => _length > 0;

    public ReadOnlySpan<byte> RequestHead => _bytes.AsSpan(_icap, Parts.Request);
    public ReadOnlySpan<byte> ResponseHead => _bytes.AsSpan(_icap + Parts.Request, Parts.Response);

    /// <summary>A field of the ICAP head; who asks is read from nowhere else.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name) => _fields.Find(_bytes.AsSpan(0, _icap), name);

    /// <summary>Takes bytes until the heads are whole.</summary>
    /// <param name="taken">How many bytes were taken; what is behind the heads is left.</param>
    public ReadStatus Read(ReadOnlySpan<byte> input, out int taken)
    {
        taken = 0;
        if (Fault != WireFault.None) return ReadStatus.Fault;

        if (_icap == 0)
        {
            if (!TakeIcapHead(input, ref taken)) return Fault == WireFault.None ? ReadStatus.NeedMore : ReadStatus.Fault;
            if ((Fault = ReadIcapHead()) != WireFault.None) return ReadStatus.Fault;
        }

        var missing = _icap + Parts.Length - _length;
        var here = Math.Min(missing, input.Length - taken);
        Append(input.Slice(taken, here));
        taken += here;
        if (here < missing) return ReadStatus.NeedMore;

        if (!EndsOnce(RequestHead) || !EndsOnce(ResponseHead)) Fault = WireFault.EncapsulatedLies;
        return Fault == WireFault.None ? ReadStatus.Message : ReadStatus.Fault;
    }

    /// <summary>Forgets the message; nothing of it is left for the next one.</summary>
    public void Next()
    {
        _length = _icap = 0;
        _fields.Clear();
        (Fault, Method, Service, Parts, Preview, Allows204) = (default, default, default, default, -1, false);
        if (_bytes.Length > 2 * Kept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(Kept);
        }
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _length = _icap = 0;
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    private bool TakeIcapHead(ReadOnlySpan<byte> input, ref int taken)
    {
        while (taken < input.Length)
        {
            var step = Math.Min(Math.Min(input.Length - taken, Step), Limits.Head - _length);
            var from = Math.Max(0, _length - 3);
            var before = _length;
            Append(input.Slice(taken, step));

            var end = _bytes.AsSpan(from, _length - from).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                _length = _icap = from + end + 4;
                taken += _length - before;
                return true;
            }

            taken += step;
            if (_length == Limits.Head)
            {
                Fault = WireFault.HeadTooLong;
                return false;
            }
        }

        return false;
    }

    private WireFault ReadIcapHead()
    {
        var head = _bytes.AsSpan(0, _icap);
        var line = head[..head.IndexOf("\r\n"u8)];
        Preview = -1;
        Allows204 = false;

        if (ReadLine(line) is var lineFault and not WireFault.None) return lineFault;
        if (_fields.Read(head, line.Length + 2, mayFold: false) is var fieldFault and not WireFault.None) return fieldFault;

        // Whoever could send one of these twice could show us one and Squid the other.
        if (IsRepeated("Encapsulated"u8) || IsRepeated("Preview"u8) || IsRepeated("X-Client-IP"u8) || IsRepeated("X-Client-Username"u8)
            || IsRepeated("X-Filter-Stage"u8) || IsRepeated("X-Filter-Sni"u8) || IsRepeated("X-Filter-Decrypt"u8) || IsRepeated("X-Filter-Connection"u8)) return WireFault.Repeated;

        var list = Find("Encapsulated"u8);
        if (list.IsEmpty)
        {
            // Only OPTIONS may leave it out.
            if (Method != IcapMethod.Options) return WireFault.Encapsulated;
        }
        else
        {
            if (Encapsulated.Read(list, Method, out var parts) is var listFault and not WireFault.None) return listFault;
            Parts = parts;
        }

        Allows204 = HasToken(Find("Allow"u8), "204"u8);
        return ReadPreview(Find("Preview"u8));
    }

    // METHOD icap://host:port/service ICAP/1.0
    private WireFault ReadLine(ReadOnlySpan<byte> line)
    {
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first <= 0 || first == last || !line[(last + 1)..].SequenceEqual("ICAP/1.0"u8)) return WireFault.RequestLine;

        var method = line[..first];
        if (method.SequenceEqual("REQMOD"u8)) Method = IcapMethod.Reqmod;
        else if (method.SequenceEqual("RESPMOD"u8)) Method = IcapMethod.Respmod;
        else if (method.SequenceEqual("OPTIONS"u8)) Method = IcapMethod.Options;
        else return WireFault.Method;

        var address = line[(first + 1)..last];
        if (address.Length < 7 || !Ascii.EqualsIgnoreCase(address[..7], "icap://"u8)) return WireFault.RequestLine;

        address = address[7..];
        var slash = address.IndexOf((byte)'/');
        var path = slash < 0 ? default : address[(slash + 1)..];
        if (path.IndexOf((byte)'?') is var question and >= 0) path = path[..question];

        if (path.SequenceEqual("reqmod"u8) || path.SequenceEqual("request"u8)) Service = IcapService.Requests;
        else if (path.SequenceEqual("respmod"u8) || path.SequenceEqual("response"u8)) Service = IcapService.Answers;
        else return WireFault.Service;

        return Method == (Service == IcapService.Requests ? IcapMethod.Respmod : IcapMethod.Reqmod) ? WireFault.MethodForService : WireFault.None;
    }

    private WireFault ReadPreview(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return WireFault.None;
        if (value.Length > 7) return WireFault.Preview;

        var preview = 0;
        foreach (var digit in value)
        {
            if (digit is < (byte)'0' or > (byte)'9') return WireFault.Preview;
            preview = preview * 10 + (digit - '0');
        }

        if (preview > Limits.Preview) return WireFault.Preview;

        // Squid announces one with a request that has no body, too.
        if (HasBody) Preview = preview;
        return WireFault.None;
    }

    private bool IsRepeated(ReadOnlySpan<byte> name)
    {
        var head = _bytes.AsSpan(0, _icap);
        var first = _fields.IndexOf(head, name);
        return first >= 0 && _fields.IndexOf(head, name, first + 1) >= 0;
    }

    private static bool HasToken(ReadOnlySpan<byte> list, ReadOnlySpan<byte> token)
    {
        while (!list.IsEmpty)
        {
            var comma = list.IndexOf((byte)',');
            if ((comma < 0 ? list : list[..comma]).Trim(" \t"u8).SequenceEqual(token)) return true;
            list = comma < 0 ? default : list[(comma + 1)..];
        }

        return false;
    }

    // A second empty line within would be a second head that only one of the two readers sees.
    private static bool EndsOnce(ReadOnlySpan<byte> head) => head.IsEmpty || head.IndexOf("\r\n\r\n"u8) == head.Length - 4;

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + bytes.Length, 2 * _bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
