namespace Lifeguard.Reference.Contracts;

/// <summary>A fact that somebody can check again: where it comes from and the day on which it was last checked.</summary>
public interface IDated
{
    string Key { get; }

    string Source { get; }

    DateOnly CheckedOn { get; }
}
