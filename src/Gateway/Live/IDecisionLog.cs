using Lifeguard.Filtering.Spool;

namespace Lifeguard.Gateway.Live;

/// <summary>Where decisions are written down. Nobody who decides waits for it. Visits to helplines are never handed in.</summary>
internal interface IDecisionLog
{
    void Write(in DecisionRecord record);
}
