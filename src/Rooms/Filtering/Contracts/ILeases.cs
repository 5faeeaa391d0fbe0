namespace Lifeguard.Filtering.Contracts;

/// <summary>Tells the gateways who is signed in at which address. For the clock's jobs.</summary>
public interface ILeases
{
    /// <summary>Goes on saying until it is stopped.</summary>
    Task SayAsync(CancellationToken stop);
}
