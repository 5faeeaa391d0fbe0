namespace Lifeguard.Reference.Model;

/// <summary>The data files are wrong; the process does not start. Every fault is named, one a line.</summary>
internal sealed class ReferenceFaultsException(IReadOnlyList<string> faults)
    : Exception($"The reference data has {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
