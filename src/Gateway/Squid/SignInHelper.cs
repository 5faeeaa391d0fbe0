using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// What Squid asks whether a name and a password belong together: a line in, a line out, many at a time. It asks the gateway's second door.
/// When nobody answers, nobody is signed in. Passwords are written nowhere.
/// </summary>
internal sealed class SignInHelper(HttpClient gateway, Uri door, Func<string> key)
{
    private const int AtATime = 200;
    private readonly Lock _writing = new();

    /// <summary>To the end of what Squid says.</summary>
    public async Task RunAsync(TextReader input, TextWriter output)
    {
        using var room = new SemaphoreSlim(AtATime);
        List<Task> asked = [];
        while (await input.ReadLineAsync() is { } line)
        {
            await room.WaitAsync();
            asked.RemoveAll(one => one.IsCompleted);
            asked.Add(AnswerAsync(line, output, room));
        }

        await Task.WhenAll(asked);
    }

    private async Task AnswerAsync(string line, TextWriter output, SemaphoreSlim room)
    {
        try
        {
            var words = line.Split(' ');
            var answer = words.Length == 3 ? await AskAsync(WebUtility.UrlDecode(words[1].Replace("+", "%2B", StringComparison.Ordinal)), WebUtility.UrlDecode(words[2].Replace("+", "%2B", StringComparison.Ordinal))) : "BH message=\"this line is not understood\"";
            lock (_writing)
            {
                output.WriteLine($"{words[0]} {answer}");
                output.Flush();
            }
        }
        finally
        {
            room.Release();
        }
    }

    private async Task<string> AskAsync(string name, string password)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(door, "/sign-in")) { Content = JsonContent.Create(new { name, password }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key());
            using var answer = await gateway.SendAsync(request);
            return answer.StatusCode switch
            {
                HttpStatusCode.NoContent => "OK",
                HttpStatusCode.Forbidden or HttpStatusCode.BadRequest => "ERR",
                _ => "BH message=\"the gateway does not say\"",
            };
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or IOException or UnauthorizedAccessException)
        {
            return "BH message=\"the gateway does not answer\"";
        }
    }
}
