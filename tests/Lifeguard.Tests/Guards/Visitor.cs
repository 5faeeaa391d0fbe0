using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Lifeguard.Tests.House;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Guards;

/// <summary>Somebody who looks at answers as they come over the wire: no redirect is followed, no header is lost.</summary>
internal sealed class Visitor(HttpClient client)
{
    private string? _token;

    /// <summary>Somebody who is not signed in.</summary>
    public static Visitor Stranger(World world) =>
        new(new HttpClient(new CookieKeeper(((TestServer)world.Services.GetRequiredService<IServer>()).CreateHandler())) { BaseAddress = new Uri("https://localhost") });

    public static async Task<Visitor> SignedInAsync(World world, Someone someone) => new(await world.SignedInClientAsync(someone));

    public Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a form with a forgery token of this person's own, unless another is given.</summary>
    public async Task<Answer> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, string? token = null)
    {
        _token ??= token is null ? (await GetAsync("/sign-out")).Token : null;
        var sent = token is null ? fields.Append(new(Answer.TokenField, _token!)) : fields;
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(sent) });
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var address = request.RequestUri!.OriginalString;
        using var response = await client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value)).ToList();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answer(request.Method.Method, address, response.StatusCode, headers, System.Text.Encoding.UTF8.GetString(bytes));
    }
}

/// <summary>One answer of the house.</summary>
internal sealed partial record Answer(string Method, string Address, HttpStatusCode Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    public const string TokenField = "__RequestVerificationToken";

    // What is new in every answer and says nothing: the date, the nonce, forgery tokens and cookies.
    private static readonly string[] Fleeting = ["Date", "Set-Cookie"];

    public bool IsHtml => Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) is true;

    public string? Location => Header("Location");

    public bool LeadsToSignIn => (int)Status is >= 300 and < 400 && Location?.StartsWith("/sign-in", StringComparison.Ordinal) is true;

    public string Title => new HtmlParser().ParseDocument(Body).Title ?? "";

    public string Token => TokenValue().Match(Body) is { Success: true } match ? match.Groups["token"].Value : throw new InvalidOperationException($"No form on {Address} ({Status}).");

    public string? Header(string name) => Headers.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Everything of the answer that somebody could learn from, with the given words taken out.</summary>
    public string Plain(params string[] without)
    {
        var headers = Headers.Where(one => !Fleeting.Contains(one.Key)).Select(one => $"{one.Key}: {one.Value}").Order(StringComparer.Ordinal);
        var text = $"{(int)Status}\n{string.Join('\n', headers)}\n{Body}";
        text = TokenValue().Replace(text, "token");
        text = FormKey().Replace(text, "key");
        text = Nonce().Replace(text, "nonce");
        text = Kept().Replace(text, "kept=");
        return without.Where(word => word.Length > 0).Aggregate(text, (rest, word) => rest.Replace(word, "~", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)"|(?<token>CfDJ8[\w-]{20,})""")]
    private static partial Regex TokenValue();

    [GeneratedRegex("""nonce-[A-Za-z0-9+/=]+|nonce="[^"]+"|Content-Length: \d+""")]
    private static partial Regex Nonce();

    // Made anew whenever a form is shown, so that it counts once; it says nothing of anything.
    [GeneratedRegex("""name="Submission" value="[0-9a-z-]+(?=")""")]
    private static partial Regex FormKey();

    [GeneratedRegex("""kept=[\w-]+""")]
    private static partial Regex Kept();
}
