using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>The parts people have, in words that judge nobody.</summary>
internal static class PartWords
{
    public static string Of(string part) => Enum.TryParse<Part>(part, out var known) ? Of(known) : part;

    public static string Of(Part part) => part switch
    {
        Part.Harmed => "the person who was harmed",
        Part.SaidToHaveDoneIt => "said to have done it",
        Part.SawIt => "saw it",
        Part.ToldUs => "told us",
        _ => "somebody else who matters here",
    };

    public static string Of(NamedAs named) => named switch
    {
        NamedAs.Pupil => "Pupil",
        NamedAs.AdultHere => "Adult who works or helps here",
        NamedAs.Head => "Head teacher",
        NamedAs.SafeguardingLead => "Safeguarding lead",
        NamedAs.Governor => "Governor",
        NamedAs.Chair => "Chair of governors",
        NamedAs.TrustStaff => "Works for the trust",
        NamedAs.Parent => "Parent or carer",
        NamedAs.OtherAdult => "Another adult",
        _ => "Not known",
    };
}
