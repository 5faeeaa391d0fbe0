using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>What nobody does with a sexual picture, from the Reference room's own list.</summary>
internal static class NeverToDo
{
    private const string TypeWithImageryOnly = "nudes-and-semi-nudes";

    public static IReadOnlyList<string> WithImagery(this IReference reference) => reference.NeverDo([TypeWithImageryOnly]);
}
