using System.Globalization;
using System.Text;
using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Lifeguard.Access.Ways;

/// <summary>The codes of an authenticator app and the printed ones: each is good once, whoever is quicker.</summary>
internal sealed class Authenticators(Store store, Seals seals, TimeProvider clock)
{
    private const string Purpose = "authenticator";

    public byte[] Seal(byte[] key) => seals.SealBytes(Purpose, key);

    /// <summary>Takes a code of the app or a printed one, as part of the caller's work; null when it is neither, or was used.</summary>
    public async Task<SignInWay?> TakeAsync(Account account, string? typed, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (RecoveryCodes.Hash(typed) is { } hash)
        {
            var used = await store.Set<RecoveryCode>().Where(code => code.AccountId == account.Id && code.Hash == hash && code.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now.ToUniversalTime()), stop);
            return used == 1 ? SignInWay.PasswordAndRecoveryCode : null;
        }

        // An app whose key is lost opens nothing: were it forgotten, a password alone would do for whoever takes the key file away.
        if (account.AuthenticatorKey is not { } stored || seals.OpenBytes(Purpose, stored) is not { } key) return null;
        if (AuthenticatorCode.StepOf(key, typed, now, account.LastCodeStep) is not { } step) return null;
        var taken = await store.Set<Account>().Where(one => one.Id == account.Id && (one.LastCodeStep == null || one.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step), stop);
        return taken == 1 ? SignInWay.PasswordAndCode : null;
    }

    /// <summary>Ten new printed codes in place of all earlier ones, as part of the caller's work.</summary>
    public async Task<IReadOnlyList<string>> PrintCodesAsync(Guid accountId, CancellationToken stop)
    {
        await store.Set<RecoveryCode>().Where(code => code.AccountId == accountId).ExecuteDeleteAsync(stop);
        var codes = RecoveryCodes.New();
        store.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, Hash = RecoveryCodes.Hash(code)! }));
        return codes;
    }

    public Task<int> CodesLeftAsync(Guid accountId, CancellationToken stop) =>
        store.Set<RecoveryCode>().CountAsync(code => code.AccountId == accountId && code.UsedAt == null, stop);

    public async Task<bool> HasSecondFactorAsync(Account account, CancellationToken stop) =>
        account.AuthenticatorKey is not null || await store.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().AnyAsync(one => one.UserId == account.Id, stop);

    /// <summary>The picture that an app reads.</summary>
    public static string Picture(byte[] key, string email) =>
        PictureOf(AuthenticatorCode.Address(key, email), "A picture that your authenticator app reads. The key below says the same.");

    /// <summary>Words as a phone reads them: SVG with nothing in it but one path.</summary>
    /// <param name="says">For who cannot see it; ours alone.</param>
    public static string PictureOf(string words, string says)
    {
        using var generator = new QRCodeGenerator();
        using var drawn = generator.CreateQrCode(words, QRCodeGenerator.ECCLevel.M);
        var lines = drawn.ModuleMatrix;
        var path = new StringBuilder();
        for (var down = 0; down < lines.Count; down++)
        {
            for (var across = 0; across < lines[down].Count; across++)
            {
                if (lines[down][across]) path.Append(CultureInfo.InvariantCulture, $"M{across} {down}h1v1h-1z");
            }
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" class="lg-qr" width="240" height="240" viewBox="0 0 {lines.Count} {lines.Count}" role="img" aria-label="{says}"><path fill="#fff" d="M0 0h{lines.Count}v{lines.Count}H0z"/><path fill="#000" shape-rendering="crispEdges" d="{path}"/></svg>""";
    }
}
