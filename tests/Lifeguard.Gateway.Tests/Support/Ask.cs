using System.Globalization;
using System.Text;

namespace Lifeguard.Gateway.Tests.Support;

/// <summary>Writes what Squid would send, with right lengths.</summary>
internal static class Ask
{
    public const string Pupil = "10.1.0.7";
    public const string Staff = "10.2.0.7";
    public const string Office = "10.3.0.7";
    public const string Reader = "10.4.0.7";
    public const string Teenager = "10.5.0.7";

    public static string Http(string target, string method = "GET", string fields = "Accept: text/html\r\n") => $"{method} {target} HTTP/1.1\r\nHost: h.test\r\n{fields}\r\n";

    /// <summary>May this request go out?</summary>
    public static string Request(string http, string client = Pupil, string icap = "Allow: 204\r\n", string? body = null) =>
        string.Create(CultureInfo.InvariantCulture, $"REQMOD icap://127.0.0.1:1344/reqmod ICAP/1.0\r\nHost: 127.0.0.1\r\n{icap}X-Client-IP: {client}\r\nEncapsulated: req-hdr=0, {(body is null ? "null-body" : "req-body")}={http.Length}\r\n\r\n{http}{body}");

    public static string Get(string target, string client = Pupil, string fields = "Accept: text/html\r\n", string icap = "Allow: 204\r\n") => Request(Http(target, fields: fields), client, icap);

    /// <summary>A tunnel is asked for.</summary>
    public static string Connect(string target, string client = Pupil, string icap = "") => Request(Http(target, "CONNECT"), client, "Allow: 204\r\n" + icap);

    /// <summary>May this answer come in?</summary>
    public static string Answer(string target, string response, string? body, string client = Reader, string icap = "Allow: 204\r\nPreview: 0\r\n")
    {
        var http = Http(target);
        return string.Create(CultureInfo.InvariantCulture, $"RESPMOD icap://127.0.0.1:1344/respmod ICAP/1.0\r\nHost: 127.0.0.1\r\n{icap}X-Client-IP: {client}\r\nEncapsulated: req-hdr=0, res-hdr={http.Length}, {(body is null ? "null-body" : "res-body")}={http.Length + response.Length}\r\n\r\n{http}{response}{body}");
    }

    public static string Html(string more = "") => $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{more}\r\n";

    public static string Chunks(params string[] pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces) text.Append(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n{piece}\r\n");
        return text.Append("0\r\n\r\n").ToString();
    }

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
