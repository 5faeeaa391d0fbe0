using AngleSharp.Html.Dom;

namespace Lifeguard.Tests.House;

/// <summary>Sends a form with a file, as a browser does.</summary>
internal static class FileSent
{
    public static Task<PageSeen> SendFileAsync(this PageSeen page, Browser browser, string field, string name, byte[] bytes, params (string Field, string Value)[] answers)
    {
        var form = page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(one => one.GetAttribute("enctype") == "multipart/form-data");
        form.QuerySelector($"input[type=file][name={field}]").ShouldNotBeNull();
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in form.QuerySelectorAll("input[type=hidden]").Select(one => (one.GetAttribute("name")!, one.GetAttribute("value") ?? "")).Concat(answers))
            content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(bytes), field, name);
        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Path) { Content = content });
    }
}
