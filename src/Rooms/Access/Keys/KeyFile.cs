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
    private const int MostTries = 500;
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
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

        MakeFolder();
        // Of copies of the site that start at once one makes the key and the others find it. Asking whether a file is there and moving
        // one to that place are two steps, so both lie behind a lock, which the system takes back from a process that dies.
        using var alone = Alone();
        if (Read() is { } made) return made;
        if (File.Exists(path)) SetAside();
        Make();
        return Read() ?? throw new IOException($"The key file {path} was made and cannot be read.");
    }

    private FileStream Alone()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerAlone;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream($"{path}.lock", options);
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Sleep(BetweenTries);
            }
        }
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

    private void MakeFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerAlone | UnixFileMode.UserExecute);
    }

    private void Make()
    {
        // Written aside and moved in whole: whoever reads without the lock finds a key or nothing.
        var part = $"{path}.{RandomNumberGenerator.GetHexString(8)}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerAlone;
        using (var file = new FileStream(part, options))
        {
            file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(Length * 2, lowercase: true) + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: false);
        Made(log);
    }

    [LoggerMessage(1611, LogLevel.Information, "A key file was made. Keep a copy of it where the database's backups are not")]
    private static partial void Made(ILogger logger);

    [LoggerMessage(1612, LogLevel.Error, "There is no key of 256 bits in the key file. It was set aside and another one is made")]
    private static partial void NoKeyInIt(ILogger logger);
}
