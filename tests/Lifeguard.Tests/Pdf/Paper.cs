using System.Diagnostics;
using System.Text;

namespace Lifeguard.Tests.Pdf;

/// <summary>Reads a PDF with the tools of poppler, as anybody could who got hold of the file.</summary>
internal static class Paper
{
    public static Task<string> TextAsync(byte[] pdf) => RunAsync("pdftotext", pdf, "-layout", "-", "-");

    public static Task<string> FactsAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-");

    /// <summary>The bytes as letters, and again with every packed stream unpacked.</summary>
    public static string Raw(byte[] pdf)
    {
        var raw = new StringBuilder(Encoding.Latin1.GetString(pdf));
        var text = raw.ToString();
        for (var at = text.IndexOf("stream\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("stream\n", at + 7, StringComparison.Ordinal))
        {
            try
            {
                using var packed = new System.IO.Compression.ZLibStream(new MemoryStream(pdf, at + 7, pdf.Length - at - 7), System.IO.Compression.CompressionMode.Decompress);
                using var plain = new MemoryStream();
                packed.CopyTo(plain);
                raw.Append(Encoding.Latin1.GetString(plain.ToArray())).Append(Encoding.BigEndianUnicode.GetString(plain.ToArray()));
            }
            catch (InvalidDataException)
            {
                // A picture or a font.
            }
        }

        return raw.ToString();
    }

    private static async Task<string> RunAsync(string tool, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return await output;
    }
}
