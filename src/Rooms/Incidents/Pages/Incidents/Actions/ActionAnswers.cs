namespace Lifeguard.Incidents.Pages.Incidents.Actions;

/// <summary>What somebody is given to do, checked.</summary>
/// <param name="PlanItem">What a plan asks for and this does; null for what was thought of without one.</param>
internal sealed record ActionAnswers(string What, Guid Owner, DateOnly DueOn, Guid? PlanItem = null);
