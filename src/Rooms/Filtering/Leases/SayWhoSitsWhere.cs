using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Model;
using Lifeguard.Storage.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Filtering.Leases;

/// <summary>Says to each gateway what was noticed, one after the other. A gateway that does not answer knows somebody a little later, or not at all: then it is unsure.</summary>
internal sealed partial class SayWhoSitsWhere(LeaseKeeper leases, GateSettings settings, GateKey gateKey, IServiceScopeFactory scopes, ILogger<SayWhoSitsWhere> log) : ILeases, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(3) };

    public void Dispose() => _http.Dispose();

    public async Task SayAsync(CancellationToken stop)
    {
        await foreach (var lease in leases.Waiting.ReadAllAsync(stop)) await SayAsync(lease, stop);
    }

    internal async Task SayAsync(Lease lease, CancellationToken stop)
    {
        if (gateKey.Read() is not { } key) return;
        var account = lease.IdentityId is { } identity ? await AccountOfAsync(identity, stop) : null;
        if (lease.IdentityId is not null && account is null) return;
        foreach (var gateway in settings.Gateways)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, "/leases")) { Content = JsonContent.Create(new Said(lease.Address.ToString(), account, lease.Until)) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
                using var answer = await _http.SendAsync(request, stop);
                if (!answer.IsSuccessStatusCode) NotSaid(log, answer.StatusCode.ToString());
            }
            catch (Exception fault) when (fault is HttpRequestException or FormatException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
            {
                NotSaid(log, fault.GetType().Name);
            }
        }
    }

    private async Task<string?> AccountOfAsync(Guid identity, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAddressBook>().AddressOfAsync(identity, stop);
    }

    [LoggerMessage(1603, LogLevel.Debug, "A gateway was not told who sits where ({Fault}); it is unsure until the next time")]
    private static partial void NotSaid(ILogger logger, string fault);

    /// <param name="Account">Null: nobody sits there any more.</param>
    private sealed record Said(string Address, string? Account, DateTimeOffset Until);
}
