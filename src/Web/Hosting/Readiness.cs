using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Web.Hosting;

/// <summary>
/// Two questions from whoever watches the site: is the process alive, and can it do its work? Answers say nothing else.
/// </summary>
internal static class Readiness
{
    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(1);

    // Rows of long ago are the verifier's business; looking through all of them at every question would cost too much.
    private static readonly TimeSpan LooksBack = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Outside everything that asks who somebody is: that needs the database, and the answer is the same for everybody.
        routes.MapGet("/health", () => Results.Text("ok")).ShortCircuit();
        routes.MapGet("/ready", AnswerAsync).ShortCircuit();
    }

    private static async Task<IResult> AnswerAsync(IServiceScopeFactory scopes, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("readiness");
            return await SealingLagsAsync(scope.ServiceProvider.GetRequiredService<Store>(), clock.GetUtcNow().ToUniversalTime(), stop)
                ? Not("the journal is not being sealed")
                : Results.Text("ready");
        }
        catch (Exception fault) when (DatabaseTrouble.Caused(fault))
        {
            return Not("the database cannot be reached");
        }
    }

    private static async Task<bool> SealingLagsAsync(Store store, DateTimeOffset now, CancellationToken stop)
    {
        var (from, to) = (now - LooksBack, now - SealedWithin);
        return await store.Database.SqlQuery<bool>(
            $"""
            select exists (select 1 from journal j where j.at > {from} and j.at < {to}
                and not exists (select 1 from journal_seal s where s.journal_id = j.id)) as "Value"
            """).SingleAsync(stop);
    }

    private static IResult Not(string why) => Results.Text("not ready: " + why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
