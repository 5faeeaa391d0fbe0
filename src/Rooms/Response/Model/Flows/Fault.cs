namespace Lifeguard.Response.Model.Flows;

/// <summary>What is wrong with a file of flows, and where.</summary>
/// <param name="Line">From 1.</param>
internal sealed record Fault(string File, int Line, string Says)
{
    public override string ToString() => $"{File}, line {Line}: {Says}";
}

/// <summary>Files of flows are wrong; whoever starts the program is told all of it.</summary>
internal sealed class FlowFaultsException(IReadOnlyList<Fault> faults)
    : Exception($"The flows have {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
