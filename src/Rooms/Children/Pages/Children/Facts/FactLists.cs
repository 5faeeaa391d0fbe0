using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>What each kind of fact is called, and the list its key comes from.</summary>
internal static class FactLists
{
    public static ChoiceList? Of(FactKind kind) => kind switch
    {
        FactKind.Status => ChoiceList.ChildStatuses,
        FactKind.Carer => ChoiceList.ParentalResponsibility,
        FactKind.Order => ChoiceList.ChildOrders,
        FactKind.Professional => ChoiceList.ChildProfessionals,
        _ => null,
    };

    /// <summary>As a heading of the file.</summary>
    public static string Heading(FactKind kind) => kind switch
    {
        FactKind.Status => "Care status and plans",
        FactKind.Carer => "Parents and carers",
        FactKind.Order => "Orders",
        FactKind.Professional => "Social worker and other professionals",
        FactKind.Need => "Needs, and what helps",
        _ => "Language",
    };

    /// <summary>As the link that adds one.</summary>
    public static string Add(FactKind kind) => kind switch
    {
        FactKind.Status => "Add a status or plan",
        FactKind.Carer => "Add a parent or carer",
        FactKind.Order => "Add an order",
        FactKind.Professional => "Add a professional",
        FactKind.Need => "Add a need",
        _ => "Add a language",
    };

    public static string Nothing(FactKind kind) => kind switch
    {
        FactKind.Carer => "Nobody is entered yet. Until then nothing here says who may be told.",
        _ => "Nothing is entered.",
    };

    public static string InWords(this Telling telling) => telling switch
    {
        Telling.MustNotBeTold => "Must not be told",
        Telling.AskFirst => "Ask the safeguarding team first",
        _ => "May be told",
    };
}
