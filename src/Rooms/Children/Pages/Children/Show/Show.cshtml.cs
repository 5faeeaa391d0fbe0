using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children.Facts;
using Lifeguard.Children.Storage;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Children.Pages.Children.Show;

/// <summary>A child's file as it holds today.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class ShowModel(ChildPages pages, FindFacts findFacts, KeepChildren keeper) : ChildPage(pages)
{
    public ILookup<FactKind, FactLine> Now { get; private set; } = null!;

    /// <summary>What begins later.</summary>
    public IReadOnlyList<FactLine> Later { get; private set; } = [];

    public int Earlier { get; private set; }

    /// <summary>The child has left and the file is on its way to nobody: its period counts.</summary>
    public bool HasEnded { get; private set; }

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        var all = await findFacts.OfAsync(Heading.File.Id, stop);
        Now = all.Where(line => line.Fact.Holds(Pages.Today)).OrderByDescending(line => line.IsWarning).ToLookup(line => line.Fact.Kind);
        Later = [.. all.Where(line => line.Fact.IsOpen(Pages.Today) && line.Fact.From > Pages.Today)];
        Earlier = all.Count(line => !line.Fact.IsOpen(Pages.Today));
        HasEnded = Heading.HasLeft && await keeper.FindAsync(Heading.File.Ref, stop) is { ClosedOn: not null };
        return true;
    }
}
