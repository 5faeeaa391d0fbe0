using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Organisation.Imports;

/// <summary>Where a chosen file lies until it has been applied or given up: in the data folder of this machine, readable by the site alone.</summary>
internal sealed class ImportFiles(DataFolder data)
{
    public string PathOf(RandomReference reference) => data.At("imports", reference.ToString());

    public async Task KeepAsync(RandomReference reference, Stream content, CancellationToken stop)
    {
        var path = PathOf(reference);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await content.CopyToAsync(file, stop);
    }

    public bool Has(RandomReference reference) => File.Exists(PathOf(reference));

    public void Remove(RandomReference reference)
    {
        if (Has(reference)) File.Delete(PathOf(reference));
    }
}
