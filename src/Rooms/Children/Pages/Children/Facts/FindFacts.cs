using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>Reads the facts of one file. Asked for a file that was found through the viewer.</summary>
internal sealed class FindFacts(Store store, FileSeal seal, IReference reference)
{
    /// <summary>Every fact that was ever entered, those that hold longest first.</summary>
    public async Task<IReadOnlyList<FactLine>> OfAsync(Guid file, CancellationToken stop)
    {
        var facts = await store.Set<ChildFact>().AsNoTracking().Where(fact => fact.FileId == file).OrderBy(fact => fact.From).ThenBy(fact => fact.Id).ToListAsync(stop);
        return [.. facts.Select(Line)];
    }

    public async Task<FactLine?> OneAsync(Guid file, Guid fact, CancellationToken stop) =>
        await store.Set<ChildFact>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == fact && one.FileId == file, stop) is { } found ? Line(found) : null;

    private FactLine Line(ChildFact fact) => FactLine.Of(fact, seal.Open<FactWords>(fact.Id, fact.Sealed), reference);
}
