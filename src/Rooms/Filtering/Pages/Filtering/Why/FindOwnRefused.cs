using System.Net;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Gate;
using Lifeguard.Filtering.Storage.Log;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Pages.Filtering.Why;

/// <summary>
/// What did not open for the viewer in the last minutes. Only what the gate knows for sure to be theirs: by their account, or by the sign-in
/// of the computer they sit at, which the gate also knows by their account. What came from a shared address is shown to nobody.
/// </summary>
internal sealed class FindOwnRefused(Store store, IAddressBook accounts, AskGate gate, TimeProvider clock)
{
    public static readonly TimeSpan Back = TimeSpan.FromMinutes(15);
    private const int Most = 50;

    public async Task<IReadOnlyList<RefusedSeen>> RunAsync(Viewer viewer, CancellationToken stop)
    {
        if (await accounts.AddressOfAsync(viewer.IdentityId, stop) is not { } account) return [];
        var name = KnownNames.NameOf(account);
        var since = clock.GetUtcNow().ToUniversalTime() - Back;
        var rows = await (
            from person in store.Set<GatePerson>()
            where person.Name == name
            join asker in store.Set<GateAsker>() on person.Id equals asker.Person
            where asker.IsSure
            join request in store.Set<GateRequest>() on asker.Id equals request.Asker
            where request.At >= since
            join decision in store.Set<GateDecision>() on request.Decision equals decision.Id
            where decision.Action == "block" || decision.Action == "refuse"
            join host in store.Set<GateHost>() on request.Host equals host.Id
            join category in store.Set<GateCategory>() on decision.Category equals category.Id
            orderby request.At descending
            select new { request.At, Host = host.Name, request.Path, asker.Client, decision.Reason, Category = category.Name, decision.List })
            .Take(Most).ToListAsync(stop);
        // One page asks for many things; each is shown once, at its last time.
        return [.. rows.DistinctBy(row => (row.Host, row.Path, row.Reason)).Select(row =>
            new RefusedSeen(row.At, row.Host + row.Path, row.Reason, row.Category, row.List, Now(row.Host, row.Path, account, row.Client, row.At)))];
    }

    private Explanation? Now(string host, string path, string account, string client, DateTimeOffset at) =>
        gate.Why($"https://{host}{path}", account, IPAddress.TryParse(client, out var address) ? address : IPAddress.None, at);
}

/// <summary>One thing that did not open.</summary>
/// <param name="Address">As text; never a link.</param>
/// <param name="Now">What the gate says of it today; null where there is none to ask.</param>
internal sealed record RefusedSeen(DateTimeOffset At, string Address, string Reason, string Category, string List, Explanation? Now)
{
    /// <summary>Whether what holds today is what held then: only then the words of today explain it.</summary>
    public bool IsAsThen => Now is { } now && ReasonWords.IsSame(Reason, now.Reason);
}
