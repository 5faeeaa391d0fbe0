namespace Lifeguard.Gateway.Wire;

/// <summary>Everything that somebody could send without end, and where it ends. Each is tested one below, at, and one above.</summary>
internal static class Limits
{
    /// <summary>The longest head in bytes, with its empty line: of the ICAP message, and of each HTTP head within it.</summary>
    public const int Head = 32 * 1024;

    /// <summary>The most header fields in one head.</summary>
    public const int Fields = 100;

    /// <summary>The longest chunk of a body, in bytes.</summary>
    public const int Chunk = 1024 * 1024;

    /// <summary>The largest preview that a client may announce.</summary>
    public const int Preview = Chunk;

    /// <summary>The longest address, in bytes. Longer ones are refused with a page of their own, not taken for a fault of the wire.</summary>
    public const int Address = Lifeguard.Filtering.Engine.Addresses.WebAddress.MaxLength;

    /// <summary>The longest account name, in bytes. Whoever comes with a longer one is nobody we know.</summary>
    public const int Account = 256;

    /// <summary>Connections at one time; more are told to come again.</summary>
    public const int Connections = 2000;

    /// <summary>
    /// How much of an answer is held until its words are judged. Squid 5.7 waits for ever for a service that reads more than 64 kB before
    /// it answers (its bug 5352).
    /// </summary>
    public const int Held = 60_000;

    /// <summary>How much of an upload is read to no purpose, so that a refusal reaches whoever is still sending.</summary>
    public const long Drained = 4 * Chunk;

    /// <summary>From the first byte of a message until its heads are whole.</summary>
    public static readonly TimeSpan HeadTime = TimeSpan.FromSeconds(5);

    /// <summary>Between two pieces of a body, either way.</summary>
    public static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(60);

    /// <summary>Between two messages of one connection.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(5);

    /// <summary>A page that comes slower than this is passed on as far as its words have been read.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(1);
}
