namespace Lifeguard.Children.Model;

/// <summary>Something that another system or another school recorded about the child before. It is never changed here.</summary>
internal sealed class ChildEntry
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>Where it comes from, as people call it: CPOMS, MyConcern, the name of a school.</summary>
    public required string Source { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>When it happened; the first instant of the day where no time is known.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset TakenInAt { get; init; }

    public required string ByName { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>The sum of what it says: the same entry is taken in once.</summary>
    public required byte[] Sum { get; init; }

    /// <summary>It seems to be about an adult who works or worked with children. It never leaves with the child's file.</summary>
    public required bool AboutAnAdult { get; init; }

    /// <summary>Adults whom it may mean, where it seems to be about one: they do not see that it exists.</summary>
    public required List<Guid> Barred { get; init; }

    public const int LongestSource = 200;
}
