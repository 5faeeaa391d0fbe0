namespace Lifeguard.Cli.Backups;

/// <summary>A backup is not made, or not restored, and nothing was changed. The sentence says why and what to do.</summary>
internal sealed class BackupRefused(string sentence) : Exception(sentence);
