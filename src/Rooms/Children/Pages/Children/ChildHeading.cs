using Lifeguard.Children.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Children.Pages.Children;

/// <summary>What every page of a child's file shows on top.</summary>
/// <param name="About">Year and class, or that the child has left.</param>
/// <param name="Readers">Names of everybody who can open the file today.</param>
internal sealed record ChildHeading(ChildFile File, Guid Identity, string Name, string About, bool HasLeft, IReadOnlyList<string> Readers)
{
    public RandomReference Reference => File.Reference;
}
