using System.Net.Http.Headers;
using System.Text;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Squid.Tunnels;

/// <summary>
/// Asks each gateway which of the open tunnels may go on. Any of them may have let a tunnel through, so all are asked; who does not answer vouches
/// for none.
/// </summary>
/// <param name="doors">The second door of each gateway.</param>
internal sealed class AskGateways(IReadOnlyList<string> doors, GateKey key) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Patience, MaxResponseContentBufferSize = TunnelQuestion.Longest };

    public void Dispose() => _http.Dispose();

    /// <param name="open">What is open, and how long it can have been at most; null where that is not known.</param>
    public async Task<GatewaysWord> AskAsync(IEnumerable<(ConnectionEnds Ends, TimeSpan? Longest)> open, CancellationToken stop)
    {
        var word = new GatewaysWord();
        if (key.Read() is not { } secret) return word;
        var question = new StringBuilder();
        foreach (var (ends, longest) in open) TunnelQuestion.Ask(question, ends, longest);
        var text = question.ToString();
        foreach (var answer in await Task.WhenAll(doors.Select(door => AskAsync(door, secret, text, stop)))) word.Add(answer);
        return word;
    }

    private async Task<string?> AskAsync(string door, string secret, string question, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(door), TunnelQuestion.Path)) { Content = new StringContent(question, Encoding.ASCII) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            using var answer = await _http.SendAsync(request, stop);
            return answer.StatusCode == System.Net.HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(stop) : null;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }
}

/// <summary>What gateways say of open tunnels.</summary>
internal sealed class GatewaysWord
{
    private readonly HashSet<ConnectionEnds> _stay = [];
    private readonly HashSet<ConnectionEnds> _end = [];

    /// <summary>Whether any gateway answered.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>A gateway's answer; null where it gave none.</summary>
    public void Add(string? answer)
    {
        if (answer is null) return;
        IsAnswered = true;
        TunnelQuestion.Read(answer, _stay, _end);
    }

    public bool Ends(ConnectionEnds ends) => _end.Contains(ends);

    /// <summary>Whether somebody vouches for it, and nobody says otherwise.</summary>
    public bool Stays(ConnectionEnds ends) => _stay.Contains(ends) && !_end.Contains(ends);
}
