using System.Buffers.Binary;
using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>The first words of TLS, byte by byte, also such as no browser would say.</summary>
internal static class Hello
{
    public static byte[] Named(params string[] names) => Records(Message(names, grease: false, padding: 0), 16000);

    public static byte[] WithoutName() => Named();

    /// <summary>Each byte in a record of its own.</summary>
    public static byte[] Split(string name) => Records(Message([name], grease: false, padding: 0), 1);

    public static byte[] Long(string name) => Records(Message([name], grease: false, padding: 17_000), 16000);

    public static byte[] Greased(string name) => Records(Message([name], grease: true, padding: 0), 16000);

    private static byte[] Message(string[] names, bool grease, int padding)
    {
        var extensions = new List<byte>();
        if (grease) Extension(extensions, 0x0a0a, []);
        if (padding > 0) Extension(extensions, 21, new byte[padding]);
        if (names.Length > 0)
        {
            var list = new List<byte>();
            foreach (var name in names.Select(Encoding.Latin1.GetBytes))
            {
                list.Add(0);
                Short(list, name.Length);
                list.AddRange(name);
            }

            var whole = new List<byte>();
            Short(whole, list.Count);
            whole.AddRange(list);
            Extension(extensions, 0, [.. whole]);
        }

        Extension(extensions, 10, [0, 4, 0, 29, 0, 23]);
        Extension(extensions, 11, [1, 0]);
        Extension(extensions, 13, [0, 8, 4, 3, 8, 4, 4, 1, 2, 1]);
        Extension(extensions, 43, [2, 3, 3]);

        var body = new List<byte> { 3, 3 };
        body.AddRange(Enumerable.Range(1, 32).Select(value => (byte)value));
        body.Add(0);
        byte[] suites = grease ? [0x1a, 0x1a, 0xc0, 0x2b, 0xc0, 0x2f, 0xc0, 0x2c, 0xc0, 0x30] : [0xc0, 0x2b, 0xc0, 0x2f, 0xc0, 0x2c, 0xc0, 0x30];
        Short(body, suites.Length);
        body.AddRange(suites);
        body.AddRange([1, 0]);
        Short(body, extensions.Count);
        body.AddRange(extensions);
        return [1, (byte)(body.Count >> 16), (byte)(body.Count >> 8), (byte)body.Count, .. body];
    }

    private static byte[] Records(byte[] message, int size)
    {
        var bytes = new List<byte>();
        foreach (var piece in message.Chunk(size))
        {
            bytes.AddRange([22, 3, 1]);
            Short(bytes, piece.Length);
            bytes.AddRange(piece);
        }

        return [.. bytes];
    }

    private static void Extension(List<byte> into, int kind, byte[] content)
    {
        Short(into, kind);
        Short(into, content.Length);
        into.AddRange(content);
    }

    private static void Short(List<byte> into, int value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
        into.AddRange(two);
    }
}
