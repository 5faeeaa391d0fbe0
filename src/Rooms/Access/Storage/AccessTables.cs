using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Storage;

internal sealed class AccessTables : ITables
{
    private const int NameLength = 256;

    public void Map(ModelBuilder model)
    {
        MapAccounts(model);
        MapInvitations(model);
        model.Entity<Session>(session =>
        {
            session.ToTable("session");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => s.AccountId);
            session.Property(s => s.Device).HasMaxLength(100);
        });
        model.Entity<Guess>(guess =>
        {
            guess.ToTable("guess");
            guess.Property(g => g.Id).ValueGeneratedNever();
            guess.HasIndex(g => new { g.NameHash, g.At });
            guess.HasIndex(g => new { g.FromHash, g.At });
        });
        model.Entity<Installation>(installation =>
        {
            installation.ToTable("installation");
            installation.Property(i => i.Id).ValueGeneratedNever();
        });
        model.Entity<ProtectionKey>(key =>
        {
            key.ToTable("protection_key");
            key.HasKey(k => k.Name);
        });
        model.Entity<KeptForm>(form =>
        {
            form.ToTable("kept_form");
            form.HasKey(f => f.TokenHash);
        });
    }

    // Accounts and sessions stand before the second wall: they are read before anybody's organisations are known.
    private static void MapAccounts(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasIndex(a => a.NormalizedEmail);
            account.HasIndex(a => a.IdentityId);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.Property(a => a.UserName).HasMaxLength(NameLength);
            account.Property(a => a.NormalizedUserName).HasMaxLength(NameLength);
            account.Property(a => a.Email).HasMaxLength(NameLength);
            account.Property(a => a.NormalizedEmail).HasMaxLength(NameLength);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_login");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_token");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkey");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.HasIndex(p => p.UserId);
            passkey.OwnsOne(p => p.Data).ToJson("data");
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_code");
            code.HasKey(c => c.Hash);
            code.HasIndex(c => c.AccountId);
        });
    }

    // These belong to an organisation and lie behind the wall; whoever brings the link opens it for the one look-up.
    private static void MapInvitations(ModelBuilder model)
    {
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitation");
            invitation.Property(i => i.Id).ValueGeneratedNever();
            invitation.HasIndex(i => new { i.Org, i.InvitedAt });
            invitation.HasIndex(i => i.TokenHash).IsUnique();
            invitation.Property(i => i.Name).HasMaxLength(NameLength);
            invitation.Property(i => i.Email).HasMaxLength(NameLength);
            invitation.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<Recovery>(recovery =>
        {
            recovery.ToTable("recovery");
            recovery.Property(r => r.Id).ValueGeneratedNever();
            recovery.HasIndex(r => new { r.Org, r.AskedAt });
            recovery.HasIndex(r => r.AccountId);
            recovery.HasIndex(r => r.TokenHash).IsUnique();
            recovery.Property(r => r.Name).HasMaxLength(NameLength);
            recovery.Property(r => r.FirstName).HasMaxLength(NameLength);
            recovery.Property(r => r.SecondName).HasMaxLength(NameLength);
            recovery.Property<uint>("xmin").IsRowVersion();
        });
    }
}
