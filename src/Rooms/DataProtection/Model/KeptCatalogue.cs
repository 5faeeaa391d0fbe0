using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>Everything that every room keeps, as they say themselves.</summary>
internal sealed class KeptCatalogue(IEnumerable<KeptClass> all)
{
    public IReadOnlyList<KeptClass> All { get; } = [.. all];

    /// <summary>Those for which a school says how long.</summary>
    public IEnumerable<KeptClass> Reviewed => All.Where(one => one.IsReviewed);

    public KeptClass Of(string key) => All.Single(one => one.Key == key);
}
