using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Parts and kinds of people in the words of the form.</summary>
internal static class NamedWords
{
    /// <summary>Stands where a name would, and fits nobody's name.</summary>
    public const string NotNamed = "Not named";

    public static string InWords(this Part part) => part switch
    {
        Part.Harmed => "Was harmed, or may be",
        Part.SaidToHaveDoneIt => "Is said to have done it",
        Part.SawIt => "Saw it",
        Part.ToldUs => "Told us",
        _ => "Something else",
    };

    public static string InWords(this NamedAs namedAs) => namedAs switch
    {
        NamedAs.Pupil => "A pupil",
        NamedAs.AdultHere => "An adult who works or helps here",
        NamedAs.Head => "The head teacher",
        NamedAs.SafeguardingLead => "The safeguarding lead (DSL)",
        NamedAs.Governor => "A governor",
        NamedAs.Chair => "The chair of governors",
        NamedAs.TrustStaff => "Somebody who works for the trust",
        NamedAs.Parent => "A parent or carer",
        NamedAs.OtherAdult => "An adult from outside the school",
        _ => "I do not know",
    };

    public static NamedAs As(this PersonKind kind) => kind switch
    {
        PersonKind.Pupil => NamedAs.Pupil,
        PersonKind.Governor => NamedAs.Governor,
        PersonKind.Parent => NamedAs.Parent,
        // Whoever else stands in a school's own list works or helps there.
        _ => NamedAs.AdultHere,
    };
}
