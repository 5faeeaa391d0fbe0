using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Access.Keys;

/// <summary>
/// The key that seals the keys in the database. It lies outside the database, so that a copy of that opens nothing by itself
/// (docs/decisions/0014-keys-at-rest.md). Made at the first start, for its owner's eyes alone: 256 bits in hexadecimal, one line.
/// </summary>
internal sealed partial class KeyFile(string path, ILogger<KeyFile> log)
{
    private const int Length = 32;
    private readonly Lock _once = new();
    private byte[]? _key;

    public string Path => path;

    public ReadOnlySpan<byte> Key
    {
        get
        {
            lock (_once) return _key ??= ReadOrMake();
        }
    }

    private byte[] ReadOrMake()
    {
        if (Read() is { } there) return there;
        if (File.Exists(path)) SetAside();
        Make();
        return Read() ?? throw new IOException($"The key file {path} was made and cannot be read.");
    }

    /// <summary>Null when there is no file, or no key in it.</summary>
    private byte[]? Read()
    {
        if (!File.Exists(path)) return null;
        try
        {
            var key = Convert.FromHexString(File.ReadAllText(path).Trim());
            return key.Length == Length ? key : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Whatever it is, it is somebody's: it may be the right key with a slip in it.
    private void SetAside()
    {
        NoKeyInIt(log);
        var number = 1;
        while (File.Exists($"{path}.not-a-key-{number}")) number++;
        File.Move(path, $"{path}.not-a-key-{number}", overwrite: false);
    }

    private void Make()
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // Written aside and moved in whole. Of two copies of the site that start at once, the second one finds the first one's key.
        var part = $"{path}.{RandomNumberGenerator.GetHexString(8)}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(part, options))
        {
            file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(Length * 2, lowercase: true) + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, overwrite: false);
            Made(log);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
    }

    [LoggerMessage(1611, LogLevel.Information, "A key file was made. Keep a copy of it where the database's backups are not")]
    private static partial void Made(ILogger logger);

    [LoggerMessage(1612, LogLevel.Error, "There is no key of 256 bits in the key file. It was set aside and another one is made")]
    private static partial void NoKeyInIt(ILogger logger);
}
