namespace Lifeguard.Incidents.Model;

/// <summary>The part somebody has in what is told.</summary>
internal enum Part
{
    Harmed,
    SaidToHaveDoneIt,
    SawIt,
    ToldUs,
    Other,
}
