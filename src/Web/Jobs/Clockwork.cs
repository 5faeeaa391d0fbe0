using Npgsql;
using Quartz;

namespace Lifeguard.Web.Jobs;

/// <summary>
/// What runs by itself. Quartz wakes us, and its tables in the database see to it that of several copies of the site one is woken;
/// what is due is read from our own tables by our own clock.
/// </summary>
internal static class Clockwork
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        // Sealing is not one of Quartz's jobs: it runs twice a second, must go on when the schedule is in trouble, and each call
        // would cost several writes to the schedule's tables where one try for an advisory lock elects the sealer for nothing.
        services.AddHostedService<SealEverySecond>();
        services.AddHostedService<WitnessTheJournal>();
        // Nor is reading people's files: a file lies on the machine that took it, so each copy of the site does its own.
        services.AddHostedService<ImportPeople>();
        // A spool lies on the machine too, and a second is soon for somebody who asks why a page did not open.
        services.AddHostedService<LoadGateLog>();
        services.AddHostedService<SayLeases>();

        var pace = configuration.GetSection("Lifeguard:Jobs").Get<Pace>() ?? new Pace();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "Lifeguard";
                // Every start gets a name of its own: two copies on one machine must never pass for one.
                scheduler.GenerateInstanceId = true;
                scheduler.PropagateTraceContext = false;
            });
            // The schedule follows the computer's clock also where a test has given the house another one.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(3);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>());
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
                });
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = ScheduleTables.Prefix;
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromSeconds(20);
                    options.DbRetryInterval = TimeSpan.FromSeconds(5);
                    // Otherwise a database that was away for a while would leave a job switched off for good.
                    options.MaxConsecutiveFireFailures = 0;
                });
            });
            Every<SendLetters>(quartz, "outbox", pace.Outbox);
            Every<PassOnWhatIsDue>(quartz, "duties", pace.Duties);
            Every<BeginTheDay>(quartz, "day", pace.Day);
            Every<ErasePurged>(quartz, "purge", pace.Purge);
            Every<EndGateDays>(quartz, "gate-days", pace.GateDays);
            Every<LookAtGate>(quartz, "gate", pace.Gate);
            // Also soon after every start: a computer that is switched off at night would never reach a fixed hour.
            Every<ClearOut>(quartz, "clear-out", pace.ClearOut);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    // Missed while the site was down: done once, now, and not once for every time it was missed.
    private static void Every<T>(IQuartzBuilder quartz, string name, TimeSpan interval) where T : IJob =>
        quartz.ScheduleJob<T>(trigger => trigger.WithIdentity(name).WithSimpleSchedule(schedule => schedule
            .WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)));
}

/// <summary>How often each job is done.</summary>
internal sealed class Pace
{
    public TimeSpan Outbox { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan Duties { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Day { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Purge { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan GateDays { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan Gate { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ClearOut { get; init; } = TimeSpan.FromDays(1);
}
