using System.Collections.Concurrent;
using System.Reflection;
using Lifeguard.Kernel;

namespace Lifeguard.Storage;

/// <summary>Calls a reaction whose news type is known only when it happens.</summary>
internal static class Reactions
{
    private static readonly ConcurrentDictionary<Type, MethodInfo> Ways = new();

    public static Task CallAsync(object reaction, IHappened happened, Deed deed, CancellationToken stop)
    {
        var way = Ways.GetOrAdd(happened.GetType(), type => typeof(Reactions)
            .GetMethod(nameof(CallTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type));
        return (Task)way.Invoke(null, [reaction, happened, deed, stop])!;
    }

    private static Task CallTypedAsync<T>(IReaction<T> reaction, T happened, Deed deed, CancellationToken stop) where T : IHappened =>
        reaction.OnAsync(happened, deed, stop);
}
