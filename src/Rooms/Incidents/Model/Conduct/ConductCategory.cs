namespace Lifeguard.Incidents.Model.Conduct;

/// <summary>One category of the school's matrix of conduct.</summary>
/// <param name="Examples">What belongs in it, a sentence each.</param>
/// <param name="Options">What may be decided, a sentence each; several may be ticked.</param>
internal sealed record ConductCategory(string Key, ConductOf For, string Title, IReadOnlyList<string> Examples, IReadOnlyList<string> Options);

internal enum ConductOf
{
    Pupil,
    Staff,
}
