namespace Lifeguard.Organisation.Contracts;

/// <summary>How the first person stands to the second: is parent of, is a relative of, line-manages, supervises the monitoring work of.</summary>
public enum RelationKind
{
    ParentOf,
    RelativeOf,
    LineManages,
    Supervises,
}
