using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Imports;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>Keeps a file that somebody chose, to be read by the clock's next round.</summary>
internal sealed class ChooseFile(Store store, ImportFiles files, IOrganisations organisations, TimeProvider clock)
{
    /// <summary>Where this person's files may go: their own organisations and those below, each with the seat it is reached from.</summary>
    public async Task<IReadOnlyList<ImportTarget>> TargetsAsync(Viewer viewer, CancellationToken stop)
    {
        var all = (await organisations.AllAsync(stop)).ToDictionary(one => one.Id);
        List<ImportTarget> targets = [];
        foreach (var place in OrganisationPermissions.PlacesOf(viewer))
        {
            foreach (var id in (await organisations.WithDescendantsAsync([place], stop)).OrderBy(id => id != place).ThenBy(id => all[id].Name, StringComparer.Ordinal))
                targets.Add(new ImportTarget(all[id], place));
        }

        return [.. targets.DistinctBy(one => one.Card.Id)];
    }

    /// <returns>The import's reference.</returns>
    public async Task<RandomReference> RunAsync(Viewer viewer, ImportTarget target, RosterForm form, string? school, string fileName, Stream content, CancellationToken stop)
    {
        var deed = viewer.Deed(target.Seat, clock.GetUtcNow());
        var import = PeopleImport.Choose(Guid.CreateVersion7(deed.At), target.Seat, RandomReference.New(), target.Card.Id, form, Shown(fileName), school, deed);
        await files.KeepAsync(import.Reference, content, stop);
        store.Add(import);
        await store.CommitAsync(deed, new PeopleImportMoved(import.Ref, import.State.ToString()), stop);
        return import.Reference;
    }

    // Only ever shown, never opened: the file lies under a name of our own.
    private static string Shown(string name)
    {
        var plain = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return plain.Length == 0 ? "file" : plain.Length > 120 ? plain[..120] : plain;
    }
}

internal sealed record ImportTarget(OrganisationCard Card, Guid Seat);
