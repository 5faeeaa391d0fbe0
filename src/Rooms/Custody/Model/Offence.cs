namespace Lifeguard.Custody.Model;

/// <summary>Whether an item may hold something that is an offence. Until somebody has said that it does not, it is treated as if it did.</summary>
internal enum Offence
{
    NotSettled,
    Possible,
    RuledOut,
}
