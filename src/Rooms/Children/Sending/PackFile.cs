using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lifeguard.Kernel;

namespace Lifeguard.Children.Sending;

/// <summary>Puts a package together before it is sealed, and takes one apart after it was opened: a page to read, the same for a program, and a list with sums.</summary>
internal static class PackFile
{
    public const string Page = "file.html";
    public const string Data = "file.json";
    public const string Manifest = "manifest.json";

    private const long LargestPart = 60L * 1024 * 1024;
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true };

    public static byte[] Pack(ChildPackage package, string receipt)
    {
        (string Name, byte[] Bytes)[] files = [(Page, Encoding.UTF8.GetBytes(PageOf(package, receipt))), (Data, JsonSerializer.SerializeToUtf8Bytes(package, Form))];
        var manifest = new PackageManifest(ChildPackage.FormOfToday, package.Package, receipt, [.. files.Select(file => new PackedFile(file.Name, Sum(file.Bytes), file.Bytes.LongLength))]);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files.Append((Manifest, JsonSerializer.SerializeToUtf8Bytes(manifest, Form))))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The package and its receipt code, or the sentence that says why it is not taken.</summary>
    public static (ChildPackage Package, string Receipt)? Unpack(byte[] bytes, out string fault)
    {
        fault = "The file opened, but it is no child's file of Lifeguard.";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (Read(zip, Manifest) is not { } list || JsonSerializer.Deserialize<PackageManifest>(list) is not { Form: ChildPackage.FormOfToday } manifest) return null;
            fault = "The package is not whole: what is in it does not agree with its own list. Ask the sending school to make it again.";
            foreach (var named in new[] { Page, Data })
            {
                if (Read(zip, named) is not { } part || manifest.Files.SingleOrDefault(file => file.Name == named)?.Sha256 != Sum(part)) return null;
            }

            var package = JsonSerializer.Deserialize<ChildPackage>(Read(zip, Data)!);
            return package is { Form: ChildPackage.FormOfToday } && package.Package == manifest.Package ? (package, manifest.Receipt) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The page as it lies in the package and is looked at before it is sealed: no script, no picture, nothing fetched.</summary>
    public static string PageOf(ChildPackage package, string receipt)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>Child protection file</title>")
            .Append("<style>body{font:16px/1.4 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}h2{border-top:2px solid #0f2f4b;padding-top:.5em}p.words{white-space:pre-wrap}.quiet{color:#4a5a66}</style></head><body>");
        page.Append(Says("<h1>Child protection file: {0}</h1>", package.Child.Name));
        page.Append(Says("<p>Confidential. From {0} to {1}, made on {2} by {3}.</p>", package.FromSchool, package.ToSchool, UkTime.InWords(UkTime.DateOf(package.MadeAt)), package.SentBy));
        page.Append(Says("<p>Born {0}. Number {1}.</p>", package.Child.BornOn is { } born ? UkTime.InWords(born) : "not known", package.Child.Number ?? "not known"));
        page.Append(Says("<p><strong>Please confirm that you have it: ring the sending school and read them this receipt code: {0}</strong></p>", receipt));
        page.Append("<p>Names of other children are replaced or left out.</p><h2>What held of the child</h2>");
        foreach (var fact in package.Facts) Append(page, fact);
        page.Append("<h2>Chronology, oldest first</h2>");
        foreach (var entry in package.Entries) Append(page, entry);
        return page.Append("<p>End of the file.</p></body></html>").ToString();
    }

    private static void Append(StringBuilder page, PackedEntry entry)
    {
        page.Append(Says("<h3>{0}: {1}</h3><p class=\"quiet\">{2}</p>", UkTime.Brief(entry.At), entry.Title, entry.From));
        if (entry.Text is not null) page.Append(Says("<p class=\"words\">{0}</p>", entry.Text));
        foreach (var row in entry.Rows) page.Append(Says("<p class=\"words\">{0}: {1}</p>", row.Label, row.Text));
    }

    private static string Says(string markup, params string[] words) => string.Format(System.Globalization.CultureInfo.InvariantCulture, markup, [.. words.Select(WebUtility.HtmlEncode)]);

    private static byte[]? Read(ZipArchive zip, string name)
    {
        if (zip.Entries.Where(one => one.FullName == name).ToList() is not [var entry] || entry.Length > LargestPart) return null;
        using var stream = entry.Open();
        using var part = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            // What the list of the zip says of a size is only what somebody wrote there.
            if (part.Length + read > LargestPart) return null;
            part.Write(piece, 0, read);
        }

        return part.ToArray();
    }

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
