namespace Lifeguard.Incidents.Model;

/// <summary>A concern about pupils or nobody yet; an allegation about an adult; or the child's welfare beside an allegation.</summary>
internal enum RecordKind
{
    Concern,
    Allegation,
    Welfare,
}
