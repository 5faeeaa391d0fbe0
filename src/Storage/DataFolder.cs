using Microsoft.Extensions.Configuration;

namespace Lifeguard.Storage;

/// <summary>
/// The folder for what must not lie in the database: letters as files, the journal's witness, the key file. Whoever starts the program
/// names it. There is no other, because a folder taken from where somebody happened to stand has put letters into the source before.
/// </summary>
public sealed class DataFolder(string path)
{
    public static DataFolder From(IConfiguration configuration) => configuration["Lifeguard:Data"] is { Length: > 0 } named
        ? new DataFolder(Path.GetFullPath(named))
        : throw new InvalidOperationException("No folder is named for letters, the key file and the journal's witness: set Lifeguard__Data.");

    /// <summary>Where something lies in it; nothing is made.</summary>
    public string At(params ReadOnlySpan<string> names) => Path.Combine([path, .. names]);
}
