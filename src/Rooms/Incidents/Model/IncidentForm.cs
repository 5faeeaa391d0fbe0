namespace Lifeguard.Incidents.Model;

/// <summary>The school's part of the incident form. Keys are those of the Reference room's option lists.</summary>
internal sealed class IncidentForm
{
    /// <summary>Deliberate, accidental or not known; accidental never asks what it could be considered as.</summary>
    public Intent? Intent { get; init; }

    /// <summary>What was done with the material: asked whether it was reached on purpose or by accident.</summary>
    public List<string> Material { get; init; } = [];

    public List<string> ConsideredAs { get; init; } = [];

    /// <summary>In school or outside it.</summary>
    public string? Place { get; init; }

    public string? PlaceDetail { get; init; }

    /// <summary>School equipment, network, account, or only private equipment.</summary>
    public List<string> Equipment { get; init; } = [];

    public string? HowFound { get; init; }

    /// <summary>In words, where nobody had reported it.</summary>
    public string? HowFoundWords { get; init; }

    public List<string> WhereOnline { get; init; } = [];

    public string? WhereOnlineWords { get; init; }

    /// <summary>Kept as words; a page shows it as an address that cannot be followed.</summary>
    public string? Address { get; init; }

    /// <summary>The day is known, the time of day is not: the instant is the day's first.</summary>
    public bool TimeNotKnown { get; init; }

    /// <summary>What was done about a member of staff.</summary>
    public List<FormTick> StaffActions { get; init; } = [];

    /// <summary>What was done for a child.</summary>
    public List<FormTick> ChildActions { get; init; } = [];

    public NeedsPolice? AnybodyNeedsPolice { get; init; }

    public bool IsComplete => Intent is not null && Place is not null && HowFound is not null && Equipment.Count > 0 && AnybodyNeedsPolice is not null;
}

internal enum Intent
{
    Deliberate,
    Accidental,
    NotKnown,
}
