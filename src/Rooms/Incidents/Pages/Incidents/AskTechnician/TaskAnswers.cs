namespace Lifeguard.Incidents.Pages.Incidents.AskTechnician;

/// <summary>What the technician is asked, checked. There is no field for a story, so none can be told.</summary>
/// <param name="PlanItem">What a plan asks for and this does; the technician does not see it.</param>
internal sealed record TaskAnswers(string What, string? Address, string? Device, bool Urgent, Guid? PlanItem = null);
