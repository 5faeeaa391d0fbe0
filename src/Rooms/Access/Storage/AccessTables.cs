using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Storage;

internal sealed class AccessTables : ITables
{
    public void Map(ModelBuilder model)
    {
        // Accounts and sessions stand before the second wall: they are read before anybody's organisations are known.
        model.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasIndex(a => a.NormalizedEmail);
            account.HasIndex(a => a.IdentityId);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.Property(a => a.UserName).HasMaxLength(256);
            account.Property(a => a.NormalizedUserName).HasMaxLength(256);
            account.Property(a => a.Email).HasMaxLength(256);
            account.Property(a => a.NormalizedEmail).HasMaxLength(256);
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
        model.Entity<Session>(session =>
        {
            session.ToTable("session");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => s.AccountId);
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
}
