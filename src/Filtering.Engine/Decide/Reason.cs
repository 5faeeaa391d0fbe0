namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>Why. One reason a verdict, in the order in which they are looked for (<see cref="Precedence"/>).</summary>
public enum Reason : byte
{
    /// <summary>Nothing spoke against it.</summary>
    NothingAgainst,
    Unreadable,
    SealedList,
    Helpline,
    Method,
    Scheme,
    Port,
    RawNumber,
    NoServerName,
    LockedCategory,
    BlockedByException,
    AllowedByException,
    OwnBlocked,
    OwnAllowed,
    ClosedNow,
    NotInWalledGarden,
    Category,
    EmbeddedAddress,
    LooksLikeListed,
    Words,
    Download,
    HeldForReview,
    SafeSearch,
    RatingLabel,
    PageWords,

    /// <summary>Its words had to be read, and could not be.</summary>
    Unread,
}
