namespace Lifeguard.Kernel;

/// <summary>
/// An online address kept as words. It has no link and no way to make one: opening a harmful address
/// from a case file may be an offence, and harms whoever clicks.
/// </summary>
public readonly record struct UrlAsText(string Value)
{
    /// <summary>Longest address kept, in characters.</summary>
    public const int MaxLength = 2_000;

    public override string ToString() => Value;
}
