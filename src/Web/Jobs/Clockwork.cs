namespace Lifeguard.Web.Jobs;

/// <summary>What runs by itself: sealing every second, the outbox, and what is due.</summary>
internal static class Clockwork
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddHostedService<SealEverySecond>();
        services.AddHostedService<SendLetters>();
    }
}
