using Lifeguard.Access.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Commands;

/// <summary>Who does something in the stories, and whom they name: found as the pages find them.</summary>
internal sealed class StoryCast(IReadOnlyDictionary<string, Guid> identities)
{
    private static readonly Dictionary<NamedAs, PersonKind[]> Kinds = new()
    {
        [NamedAs.Pupil] = [PersonKind.Pupil],
        [NamedAs.Parent] = [PersonKind.Parent],
    };

    private readonly Dictionary<string, Viewer> _viewers = [];

    /// <summary>The viewer as a request would make it, once for the year, in which nobody of the cast changes their post; the wall of these services is set for it.</summary>
    public async Task<Viewer> ViewerAsync(IServiceProvider inside, string key, CancellationToken stop)
    {
        if (_viewers.TryGetValue(key, out var known))
        {
            inside.GetRequiredService<OrganisationScope>().For(known);
            return known;
        }

        var viewer = await inside.GetRequiredService<IAccounts>().ViewerOfAsync(IdentityOf(key), stop) ?? throw new InvalidOperationException($"{key} has no account.");
        _viewers.Add(key, viewer);
        return viewer;
    }

    public Guid IdentityOf(string key) => identities.TryGetValue(key, out var identity) ? identity : throw new InvalidOperationException($"There is nobody called {key} in the stories.");

    /// <summary>The person of the roster, or the name alone where there is none or where it does not say who is meant.</summary>
    public static async Task<Guid?> PersonAsync(IServiceProvider inside, Viewer? viewer, Guid school, StoryAct.Person named, CancellationToken stop)
    {
        if (viewer is null || named.As is NamedAs.OtherAdult or NamedAs.Unknown) return null;
        var kinds = Kinds.GetValueOrDefault(named.As, [PersonKind.Staff, PersonKind.Governor, PersonKind.Other]);
        var found = (await inside.GetRequiredService<IPeople>().FindAsync(viewer, school, named.Name, kinds, 10, stop)).Where(one => one.Name == named.Name).ToList();
        if (found.Count > 1) throw new InvalidOperationException($"{named.Name} is the name of several people.");
        if (found.Count == 0 && named.As == NamedAs.Pupil && named.Name.Contains(' ', StringComparison.Ordinal))
            throw new InvalidOperationException($"The roster has no pupil called {named.Name} at that school.");
        return found.Count == 0 ? null : found[0].Id;
    }
}
