using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Children.Pages.Children.Import;

/// <summary>Keeps an export that somebody chose, sealed, to be read by the clock's next round.</summary>
internal sealed class ChooseExport(Store store, FileSeal seal, TimeProvider clock)
{
    public const long LargestFile = 20L * 1024 * 1024;

    public async Task<RandomReference> RunAsync(Viewer viewer, Guid school, string source, string fileName, byte[] content, CancellationToken stop)
    {
        var deed = viewer.Deed(school, clock.GetUtcNow());
        var id = Guid.CreateVersion7(deed.At);
        var import = ChronologyImport.Choose(id, school, source, Shown(fileName), seal.SealBytes(id, content), deed);
        store.Add(import);
        await store.CommitAsync(deed, new ChronologyImportMoved(import.Ref, import.State.ToString()), stop);
        return import.Reference;
    }

    private static string Shown(string name)
    {
        var plain = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return plain.Length == 0 ? "The file" : plain.Length > 120 ? plain[..120] : plain;
    }
}
