using Lifeguard.Access.Contracts;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Access.Keys;

/// <summary>Sees to it that the keys in the database are sealed, and finds out which of them the key file does not open.</summary>
internal sealed partial class Keyring(KeysInDatabase keys, KeyFile file, KeyEncryptor encryptor, ILogger<Keyring> log) : IKeyring
{
    public async Task PrepareAsync(Action<string> say, CancellationToken stop)
    {
        foreach (var plain in (await keys.AllAsync(stop)).Where(key => key.IsPlain)) await keys.ReplaceAsync(plain, plain.SealedWith(encryptor), stop);
        var closed = (await keys.AllAsync(stop)).Count(key => !key.OpensWith(file));
        if (closed == 0) return;

        NotOpened(log, closed);
        say($"The key file {file.Path} does not open {(closed == 1 ? "a key" : $"{closed} keys")} in the database: it was missing, or it is another one.");
        say("Lifeguard goes on with new keys. Closed are children's files, reports begun and not sent, and what authenticator apps were connected with:");
        say("whoever uses one signs in with a printed code or a passkey and connects the app anew. Reports that were sent, and records, are not lost.");
        say("Children's files open again with the old file alone: look for it today, before much is written with the new keys.");
        say("If you have the old file: end Lifeguard, put it back there, and start again.");
    }

    /// <summary>What was lost, or null when every key opens.</summary>
    public async Task<LostKeys?> LostAsync(CancellationToken stop)
    {
        var all = (await keys.AllAsync(stop)).ToLookup(key => key.OpensWith(file));
        if (!all[false].Any()) return null;

        var lastLost = all[false].Max(key => key.MadeAt);
        return new LostKeys(all[true].Select(key => key.MadeAt).Where(at => at > lastLost).Min());
    }

    [LoggerMessage(1613, LogLevel.Error, "The key file does not open {Keys} keys in the database: it was missing, or it is another one. Drafts and authenticator apps of before are lost; new keys are made")]
    private static partial void NotOpened(ILogger logger, int keys);
}

/// <param name="At">When the first key was made that took their place; null while there is none.</param>
internal sealed record LostKeys(DateTimeOffset? At);
