using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Access.Model;

/// <summary>
/// Passwords that a guesser tries first: a small list that is built in, also when somebody made one of them longer with digits and marks or
/// wrote it twice, and a file of hashes that the school may add.
/// </summary>
internal sealed class KnownPasswords
{
    private readonly HashSet<string> _words;
    private readonly HashFile? _more;

    public KnownPasswords(string? file)
    {
        using var stream = typeof(KnownPasswords).Assembly.GetManifestResourceStream("Lifeguard.Access.known-passwords.txt") ?? throw new InvalidOperationException("known-passwords.txt is not built in.");
        using var reader = new StreamReader(stream);
        _words = [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        _more = string.IsNullOrWhiteSpace(file) ? null : new HashFile(file);
    }

    public bool Has(string password)
    {
        var small = password.ToLowerInvariant();
        return _words.Contains(small) || _words.Contains(Core(small)) || IsRepeated(small) || _more?.Has(HashOf(password)) is true;
    }

    // "Football2026!!" is football.
    private static string Core(string password) => password.Trim([.. "0123456789!?.,-_*#@$%&+ "]);

    private bool IsRepeated(string password)
    {
        for (var part = 1; part <= password.Length / 2; part++)
        {
            if (password.Length % part != 0) continue;
            var once = password[..part];
            if (string.Concat(Enumerable.Repeat(once, password.Length / part)) == password && (part < 4 || _words.Contains(once))) return true;
        }

        return false;
    }

#pragma warning disable CA5350 // What the public lists are made of; it protects nothing here.
    private static string HashOf(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
