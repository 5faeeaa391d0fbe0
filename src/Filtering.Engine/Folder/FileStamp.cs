namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>Length and time of a file: enough to see that it is another one, and the same on every file system.</summary>
public readonly record struct FileStamp(bool Exists, long Length, DateTime WrittenAt)
{
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(true, file.Length, file.LastWriteTimeUtc) : default;
    }
}
