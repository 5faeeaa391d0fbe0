using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lifeguard.Tests.House;

/// <summary>Goes from page to page as a person without scripts does: follows redirects, fills in forms that are really there.</summary>
internal sealed class Browser(HttpClient client)
{
    public Task<PageSeen> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public Task<PageSeen> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    public async Task<PageSeen> SendAsync(HttpRequestMessage request)
    {
        var response = await client.SendAsync(request);
        var path = request.RequestUri!;
        for (var hops = 0; hops < 10 && response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently; hops++)
        {
            path = new Uri(client.BaseAddress!, response.Headers.Location!);
            response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        }

        var absolute = path.IsAbsoluteUri ? path : new Uri(client.BaseAddress!, path);
        return new PageSeen(this, response, absolute, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>A page as it arrived.</summary>
internal sealed class PageSeen(Browser browser, HttpResponseMessage response, Uri address, string html)
{
    public HttpResponseMessage Response { get; } = response;

    public HttpStatusCode Status => Response.StatusCode;

    public string Path => address.AbsolutePath;

    public string Html { get; } = html;

    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(html);

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What a reader sees of the main part.</summary>
    public string Text => System.Text.RegularExpressions.Regex.Replace(Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "", @"\s+", " ").Trim();

    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];

    public Task<PageSeen> FollowAsync(string linkText)
    {
        var link = Document.QuerySelectorAll("a").FirstOrDefault(one => one.TextContent.Trim().Contains(linkText, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no link \"{linkText}\" on {Path}: {Text}");
        return browser.GetAsync(link.GetAttribute("href")!);
    }

    /// <summary>Fills in and sends the form in the main part that has the button, or the first one.</summary>
    public Task<PageSeen> SubmitAsync(Action<FormFilled>? fill = null, string? button = null)
    {
        var forms = Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(form => form.Method == "post" || form.GetAttribute("method") == "post").ToList();
        var chosen = button is null
            ? forms.FirstOrDefault()
            : forms.FirstOrDefault(form => form.QuerySelectorAll("button").Any(one => one.TextContent.Trim() == button));
        if (chosen is null) throw new InvalidOperationException($"There is no form {(button is null ? "" : $"with \"{button}\" ")}on {Path} ({Status}): {Text}");

        var filled = new FormFilled(chosen, button);
        fill?.Invoke(filled);
        var action = filled.Action ?? chosen.GetAttribute("action");
        return browser.PostAsync(string.IsNullOrEmpty(action) ? address.PathAndQuery : new Uri(address, action).PathAndQuery, filled.Fields);
    }
}
