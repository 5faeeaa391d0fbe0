namespace Lifeguard.Filtering.Contracts;

/// <summary>Looks how the gateways stand, and keeps what is wrong. For the clock's jobs.</summary>
public interface IGateAlarms
{
    /// <summary>One look at all of them; nothing without a gate.</summary>
    Task LookAsync(CancellationToken stop);
}
