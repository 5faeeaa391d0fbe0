namespace Lifeguard.Access.Model;

/// <summary>The one row that says what kind of database this is. Written when it is made and never changed.</summary>
internal sealed class Installation
{
    public int Id { get; init; } = 1;

    public bool IsDemonstration { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}
