using Lifeguard.Children.Contracts;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Web.Jobs;

/// <summary>Reads and applies files of people and exports of other safeguarding systems, one after the other, while the site goes on.</summary>
internal sealed partial class ImportPeople(IServiceScopeFactory scopes, ILogger<ImportPeople> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                NotImported(log, fault.GetType().Name);
            }
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken stop)
    {
        return await InAsync(inside => inside.GetRequiredService<IPeopleImports>().RunNextAsync(stop)) | await InAsync(inside => inside.GetRequiredService<IChronologyImports>().RunNextAsync(stop));
    }

    private async Task<bool> InAsync(Func<IServiceProvider, Task<bool>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    [LoggerMessage(1305, LogLevel.Warning, "A file of people, or an export of another system, was not read or applied this time ({Fault}); nothing was changed, and it is tried again")]
    private static partial void NotImported(ILogger logger, string fault);
}
