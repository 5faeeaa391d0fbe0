using Lifeguard.Custody.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Storage;

/// <summary>Who must never learn of a thing, when it changes who is one human being.</summary>
internal static class Bars
{
    /// <summary>Whatever the one is kept from, the other is kept from as well.</summary>
    public static async Task BarAlsoAsync(this Store store, Guid barred, Guid also, CancellationToken stop)
    {
        foreach (var one in await store.Set<Item>().Where(one => one.Barred.Contains(barred)).ToListAsync(stop)) one.Merge(barred, also);
        foreach (var one in await store.Set<TechnicianOrder>().Where(one => one.Barred.Contains(barred)).ToListAsync(stop)) one.Merge(barred, also);
        foreach (var one in await store.Set<Confiscation>().Where(one => one.Barred.Contains(barred)).ToListAsync(stop)) one.Merge(barred, also);
        foreach (var one in await store.Set<DeviceSearch>().Where(one => one.Barred.Contains(barred)).ToListAsync(stop)) one.Merge(barred, also);
    }
}
