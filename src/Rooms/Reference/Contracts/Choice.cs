namespace Lifeguard.Reference.Contracts;

/// <summary>One thing that can be ticked or chosen on a form.</summary>
public sealed record Choice : IDated
{
    /// <summary>Stable, lower case with hyphens; stored with the record.</summary>
    public required string Key { get; init; }

    public required string Label { get; init; }
    public string? Hint { get; init; }

    /// <summary>Choosing it asks for words as well.</summary>
    public bool NeedsWords { get; init; }

    /// <summary>A group to show it under, where the list has groups.</summary>
    public string? For { get; init; }

    /// <summary>Key of the helpline that answers for it, where a national one exists.</summary>
    public string? Contact { get; init; }

    /// <summary>Older and other names, found by search.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    public required string Source { get; init; }
    public required DateOnly CheckedOn { get; init; }
}

/// <summary>The lists. Each has a file of the same name, lower case with hyphens.</summary>
public enum ChoiceList
{
    MaterialHandling,
    ConsideredAs,
    Deliberate,
    StaffActions,
    ChildActions,
    HowIdentified,
    InvolvementRoles,
    PersonGroups,
    Places,
    Equipment,
    ClosingReasons,
    AgencyKinds,
    ReferralDecisions,
    ReferralOutcomes,
    ParentsNotTold,
    SupportKinds,
    TechnicalTasks,
    LinkKinds,
    Platforms,
    ChildInterviewModes,
    TargetedCharacteristics,
    ChildStatuses,
    ChildOrders,
    ChildProfessionals,
    ParentalResponsibility,
    ConfiscationReasons,
    SearchGrounds,
}
