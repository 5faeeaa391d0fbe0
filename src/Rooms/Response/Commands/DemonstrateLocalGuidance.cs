using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Pages.Response.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Response.Commands;

/// <summary>Gives the demonstration's partnership one published edition of local guidance, and something that is not published yet. Done through the acts behind the pages.</summary>
public static class DemonstrateLocalGuidance
{
    private const string Bullying = "bullying";
    private const string Hate = "hate";

    /// <param name="asAsync">Does a piece of work as the person of this key: partnership-officer.</param>
    /// <exception cref="InvalidOperationException">An act was refused.</exception>
    public static Task RunAsync(Func<string, Func<IServiceProvider, Viewer, Task>, Task> asAsync, CancellationToken stop) => asAsync("partnership-officer", async (inside, viewer) =>
    {
        var (change, publish, find) = (inside.GetRequiredService<ChangeDraft>(), inside.GetRequiredService<PublishDraft>(), inside.GetRequiredService<FindLocal>());
        var place = (await inside.GetRequiredService<IOrganisations>().GetAsync(viewer.Home, stop))!;
        Demand(await change.RunAsync(viewer, place, Bullying, 0, guidance => guidance
            .WithSetting("severe-told", "yes")
            .WithStep("look-again", "Ask the child again after a week and after a month whether it has stopped. The anti-bullying team will come into school for the second talk if you ask.") with
        {
            Line = "Our anti-bullying team takes calls on school days. Have at hand what was tried before; their form is the yellow one in the partnership's folder.",
        }, stop));
        var seen = (await find.OneAsync(place, Bullying, stop))!.Version;
        Demand(await publish.RunAsync(viewer, place, Bullying, seen, "Agreed by the online-safety group of the partnership at its autumn meeting", null, stop));
        Demand(await change.RunAsync(viewer, place, Hate, 0, guidance => guidance.WithSetting("tell-authority", "yes"), stop));
    });

    private static void Demand(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"The demonstration's local guidance was refused: {outcome.Refusals[0].Code}.");
    }
}
