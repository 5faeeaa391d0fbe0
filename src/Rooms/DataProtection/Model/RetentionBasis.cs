namespace Lifeguard.DataProtection.Model;

/// <summary>The day from which a period is counted.</summary>
internal enum RetentionBasis
{
    /// <summary>The record was closed.</summary>
    Closed,

    /// <summary>It was raised.</summary>
    Raised,

    /// <summary>The youngest child named in it was born; where a birthday is unknown, the day it was raised, which can only be later.</summary>
    Birthday,
}
