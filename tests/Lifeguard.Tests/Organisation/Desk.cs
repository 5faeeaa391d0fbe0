using Lifeguard.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Organisation;

/// <summary>One scope of services.</summary>
internal sealed class Desk(AsyncServiceScope scope) : IAsyncDisposable
{
    public Store Store => Get<Store>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
