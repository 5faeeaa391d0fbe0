namespace Lifeguard.Custody.Model;

/// <summary>Whose an item is, as a sort of person: the name stands apart, for fewer eyes.</summary>
internal enum Belonging
{
    School,

    /// <summary>The school's, and an adult who works or helps here uses it.</summary>
    SchoolUsedByAdult,
    Pupil,

    /// <summary>Of an adult who works or helps here.</summary>
    Adult,
    Other,
    NotKnown,
}

internal static class BelongingWords
{
    /// <summary>Whether an adult who works or helps here must not learn of it.</summary>
    public static bool IsOfAdult(this Belonging belonging) => belonging is Belonging.Adult or Belonging.SchoolUsedByAdult;

    public static string InWords(this Belonging belonging) => belonging switch
    {
        Belonging.School => "The school's",
        Belonging.SchoolUsedByAdult => "The school's, used by an adult who works or helps here",
        Belonging.Pupil => "A pupil's",
        Belonging.Adult => "An adult's who works or helps here",
        Belonging.Other => "Somebody else's",
        _ => "Not known yet",
    };
}
