using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Lifeguard.Children.Sealing;

/// <summary>
/// The age program of the machine, which backups use as well: makes keys, seals to a public key, opens with the secret half. What is secret
/// goes in and out through pipes, never through an argument or a file; the sealed file alone touches the disk when one is opened.
/// </summary>
internal sealed partial class AgeProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A new pair, or null where the program is not on this machine.</summary>
    public async Task<AgePair?> MakeKeyAsync(CancellationToken stop)
    {
        if (await RunAsync("age-keygen", [], [], stop) is not { Code: 0 } made) return null;
        var text = Encoding.UTF8.GetString(made.Said);
        var secret = SecretKey().Match(text).Value;
        var recipient = Recipient().Match(text).Value;
        return secret.Length > 0 && recipient.Length > 0 ? new AgePair(recipient, secret) : null;
    }

    /// <summary>Null where the program is not on this machine, or does not take the key.</summary>
    public async Task<byte[]?> SealAsync(byte[] content, string recipient, CancellationToken stop) =>
        IsRecipient(recipient) && await RunAsync("age", ["--encrypt", "--recipient", recipient], content, stop) is { Code: 0 } end ? end.Said : null;

    /// <summary>Null when it does not open: sealed to another key, changed, or cut.</summary>
    public async Task<byte[]?> OpenAsync(byte[] file, string secret, CancellationToken stop)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file, stop);
            return await RunAsync("age", ["--decrypt", "--identity", "-", path], Encoding.ASCII.GetBytes(secret + "\n"), stop) is { Code: 0 } end ? end.Said : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static bool IsRecipient(string? text) => text is not null && Recipient().Match(text).Value == text;

    private static async Task<(int Code, byte[] Said)?> RunAsync(string program, IReadOnlyList<string> arguments, byte[] input, CancellationToken stop)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(Longest);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        try
        {
            using var said = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(said, time.Token);
            var complaints = process.StandardError.ReadToEndAsync(time.Token);
            try
            {
                await process.StandardInput.BaseStream.WriteAsync(input, time.Token);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has said no before it had read everything.
            }

            await reading;
            await complaints;
            await process.WaitForExitAsync(time.Token);
            return (process.ExitCode, said.ToArray());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            return null;
        }
    }

    [GeneratedRegex("AGE-SECRET-KEY-1[0-9A-Z]{58}")]
    private static partial Regex SecretKey();

    [GeneratedRegex("age1[0-9a-z]{58}")]
    private static partial Regex Recipient();
}

internal sealed record AgePair(string Recipient, string Secret);
