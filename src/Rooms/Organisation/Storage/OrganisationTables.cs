using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Almanac;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class OrganisationTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Model.Organisation>(row =>
        {
            row.ToTable("organisation");
            row.IsKeptInAlmanac();
            row.Property(o => o.Id).ValueGeneratedNever();
            row.Property(o => o.Name).HasMaxLength(200);
            row.Property(o => o.Phase).HasMaxLength(60);
            row.Property(o => o.EstablishmentType).HasMaxLength(80);
            row.Property(o => o.Address).HasMaxLength(300);
            row.Property(o => o.Telephone).HasMaxLength(40);
            row.Property(o => o.Email).HasMaxLength(254);
            row.Property(o => o.Website).HasMaxLength(300);
            row.Property(o => o.Nation).HasMaxLength(40);
            row.Property(o => o.Urn).HasMaxLength(20);
            row.Property(o => o.LocalAuthority).HasMaxLength(120);
            row.Property(o => o.ReportCode).HasMaxLength(ReportCode.Length);
            row.Property(o => o.SourceId).HasMaxLength(255);
            row.HasOne<Model.Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(o => o.ReportCode).IsUnique();
        });
        model.Entity<Person>(row =>
        {
            row.ToTable("person");
            row.IsKeptInAlmanac();
            row.Property(p => p.Id).ValueGeneratedNever();
            row.Property(p => p.GivenName).HasMaxLength(Person.NameLength);
            row.Property(p => p.FamilyName).HasMaxLength(Person.NameLength);
            row.Property(p => p.KnownAs).HasMaxLength(Person.NameLength);
            row.Property(p => p.Folded).HasMaxLength(Person.NameLength * 6);
            row.Property(p => p.YearGroup).HasMaxLength(100);
            row.Property(p => p.Class).HasMaxLength(100);
            row.Property(p => p.Email).HasMaxLength(254);
            row.Property(p => p.SourceId).HasMaxLength(255);
            row.Ignore(p => p.Name);
            row.HasOne<Model.Organisation>().WithMany().HasForeignKey(p => p.Org).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(p => new { p.Org, p.SourceId }).IsUnique().HasFilter("source_id is not null");
            row.HasIndex(p => p.IdentityId);
            row.HasIndex(p => p.Reference).IsUnique();
            row.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<Appointment>(row =>
        {
            row.ToTable("appointment");
            row.IsKeptInAlmanac();
            row.Property(a => a.Id).ValueGeneratedNever();
            row.Property(a => a.AppointedBy).HasMaxLength(600);
            row.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(a => new { a.Org, a.Role });
            row.HasIndex(a => a.PersonId);
            row.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<RoleProposal>(row =>
        {
            row.ToTable("role_proposal");
            row.Property(p => p.Id).ValueGeneratedNever();
            row.Property(p => p.AppointedBy).HasMaxLength(RoleProposal.LongestAppointedBy);
            row.Property(p => p.ProposedByName).HasMaxLength(220);
            row.Property(p => p.SettledByName).HasMaxLength(220);
            row.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(p => new { p.PersonId, p.Role }).IsUnique().HasFilter("answer = 'Waiting'");
            row.HasIndex(p => new { p.Org, p.Answer });
            row.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<Relation>(row =>
        {
            row.ToTable("relation");
            row.IsKeptInAlmanac();
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Person>().WithMany().HasForeignKey(r => r.OtherId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.PersonId, r.OtherId, r.Kind }).IsUnique();
            row.HasIndex(r => r.OtherId);
            row.HasIndex(r => r.Org);
        });
        model.Entity<AgencyContact>(row =>
        {
            row.ToTable("agency_contact");
            row.Property(a => a.Id).ValueGeneratedNever();
            row.Property(a => a.Kind).HasMaxLength(60);
            row.Property(a => a.Name).HasMaxLength(200);
            row.Property(a => a.Telephone).HasMaxLength(40);
            row.Property(a => a.Email).HasMaxLength(254);
            row.Property(a => a.WebForm).HasMaxLength(300);
            row.Property(a => a.Hours).HasMaxLength(200);
            row.HasIndex(a => new { a.Org, a.Kind });
        });
        model.Entity<IdentityMerge>(row =>
        {
            row.ToTable("identity_merge");
            row.Property(m => m.Id).ValueGeneratedNever();
            row.Property(m => m.ByName).HasMaxLength(220);
            row.HasIndex(m => new { m.Org, m.MergedAt });
            row.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<PeopleImport>(row =>
        {
            row.ToTable("people_import");
            row.Property(i => i.Id).ValueGeneratedNever();
            row.Property(i => i.FileName).HasMaxLength(255);
            row.Property(i => i.School).HasMaxLength(200);
            row.Property(i => i.ByName).HasMaxLength(220);
            row.Property(i => i.Doing).HasMaxLength(60);
            row.HasIndex(i => i.Reference).IsUnique();
            row.HasIndex(i => new { i.Org, i.ChosenAt });
            // Few are ever at work, and they are asked for every other second.
            row.HasIndex(i => i.State).HasFilter("state in ('Waiting', 'Previewed', 'Confirmed')");
        });
        model.Entity<OrganisationSetting>(row =>
        {
            row.ToTable("organisation_setting");
            row.HasKey(s => new { s.Org, s.Key });
            row.Property(s => s.Key).HasMaxLength(80);
        });
    }
}
