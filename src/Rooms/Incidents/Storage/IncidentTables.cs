using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Storage;

internal sealed class IncidentTables : ITables
{
    /// <summary>Longest free text kept, in characters; longer is refused with words, never cut.</summary>
    public const int LongestText = 20_000;

    public void Map(ModelBuilder model)
    {
        MapIncident(model);
        MapReport(model);
        model.Entity<Involvement>(one =>
        {
            one.ToTable("involvement");
            one.Property(i => i.Id).ValueGeneratedNever();
            one.Property(i => i.Name).HasMaxLength(200);
            one.HasIndex(i => i.IncidentId);
            one.HasIndex(i => i.PersonId);
            one.Property(i => i.Search).HasComputedColumnSql(WrittenNames.Sql("name"), stored: true);
            one.HasIndex(i => i.Search).HasMethod("gin");
        });
        MapEntry(model);
        MapParts(model);
        MapRuns(model);
        MapConduct(model);
        model.Entity<TechnicalTask>(task =>
        {
            task.ToTable("technical_task");
            task.Property(t => t.Id).ValueGeneratedNever();
            task.HasIndex(t => t.Reference).IsUnique();
            task.HasIndex(t => t.IncidentId);
            task.HasIndex(t => new { t.Org, t.DueAt }).HasFilter("done_at is null");
            task.Ignore(t => t.Ref);
            task.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<Receipt>(receipt =>
        {
            receipt.ToTable("receipt");
            receipt.Property(r => r.Id).ValueGeneratedNever();
            receipt.HasIndex(r => r.Reference).IsUnique();
            receipt.HasIndex(r => r.DraftId).IsUnique();
            receipt.HasIndex(r => r.IncidentId);
            receipt.HasIndex(r => new { r.Author, r.MadeAt });
        });
        model.Entity<SentForm>(form =>
        {
            form.ToTable("sent_form");
            form.Property(f => f.Id).ValueGeneratedNever();
            form.HasIndex(f => f.SentAt);
        });
        model.Entity<Draft>(draft =>
        {
            draft.ToTable("draft");
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.HasIndex(d => d.Reference).IsUnique();
            draft.HasIndex(d => d.Author);
            draft.Property(d => d.Version).IsRowVersion();
        });
    }

    private static void MapIncident(ModelBuilder model) => model.Entity<Incident>(incident =>
    {
        incident.ToTable("incident");
        incident.Property(i => i.Id).ValueGeneratedNever();
        incident.HasIndex(i => i.Reference).IsUnique();
        incident.HasIndex(i => new { i.Org, i.RaisedAt });
        incident.HasIndex(i => new { i.Org, i.RaisedAt }, "ix_incident_open").HasFilter("closure_reason is null");
        incident.HasIndex(i => i.Handler).HasFilter("handler is not null");
        incident.HasIndex(i => i.Joined).HasMethod("gin");
        incident.Property(i => i.CopiedTo).HasMaxLength(200);
        incident.Property(i => i.Version).IsRowVersion();
        incident.Ignore(i => i.Ref);
        incident.Ignore(i => i.IsConcern);
        incident.Ignore(i => i.IsClosed);
        incident.OwnsOne(i => i.Form, form =>
        {
            form.Property(f => f.Address).HasMaxLength(Kernel.UrlAsText.MaxLength);
            form.Property(f => f.StaffActions).HasColumnType("jsonb").HasConversion<FormTicksConversion, FormTicksComparison>();
            form.Property(f => f.ChildActions).HasColumnType("jsonb").HasConversion<FormTicksConversion, FormTicksComparison>();
            form.Ignore(f => f.IsComplete);
        });
        incident.Navigation(i => i.Form).IsRequired();
        incident.OwnsOne(i => i.Closure, closure => closure.HasIndex(c => c.At));
    });

    private static void MapReport(ModelBuilder model) => model.Entity<Report>(report =>
    {
        report.ToTable("report");
        report.HasKey(r => r.IncidentId);
        report.Property(r => r.IncidentId).ValueGeneratedNever();
        report.Property(r => r.ReporterName).HasMaxLength(200);
        report.HasGeneratedTsVectorColumn(r => r.Search, "english", r => new { r.WhatHappened, r.ChildsWords, r.WhereAndWhen, r.Address, r.DoneAlready });
        report.HasIndex(r => r.Search).HasMethod("gin");
    });

    private static void MapEntry(ModelBuilder model) => model.Entity<Entry>(entry =>
    {
        entry.ToTable("entry");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => e.IncidentId);
        entry.HasGeneratedTsVectorColumn(e => e.Search, "english", e => e.Text);
        entry.HasIndex(e => e.Search).HasMethod("gin");
    });

    private static void MapParts(ModelBuilder model)
    {
        model.Entity<ActionItem>(action =>
        {
            action.ToTable("action_item");
            action.Property(a => a.Id).ValueGeneratedNever();
            action.HasIndex(a => a.IncidentId);
            action.HasIndex(a => new { a.Owner, a.DueOn }).HasFilter("done_at is null");
        });
        model.Entity<Referral>(referral =>
        {
            referral.ToTable("referral");
            referral.Property(r => r.Id).ValueGeneratedNever();
            referral.HasIndex(r => r.IncidentId);
            referral.Ignore(r => r.IsDecisionNotTo);
            referral.Ignore(r => r.IsToPolice);
            referral.Ignore(r => r.IsToAuthority);
            referral.Ignore(r => r.AwaitsResult);
        });
        model.Entity<ParentsNotice>(notice =>
        {
            notice.ToTable("parents_notice");
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.HasIndex(n => n.IncidentId);
        });
        model.Entity<Support>(support =>
        {
            support.ToTable("support");
            support.Property(s => s.Id).ValueGeneratedNever();
            support.HasIndex(s => s.IncidentId);
        });
        model.Entity<IncidentLink>(link =>
        {
            link.ToTable("incident_link");
            link.Property(l => l.Id).ValueGeneratedNever();
            link.HasIndex(l => l.FromId);
            link.HasIndex(l => l.ToId);
        });
        model.Entity<WelfareBeside>(beside =>
        {
            beside.ToTable("welfare_beside");
            beside.HasKey(b => new { b.AllegationId, b.WelfareId });
            beside.HasIndex(b => b.WelfareId);
        });
        model.Entity<DeclaredConflict>(conflict =>
        {
            conflict.ToTable("declared_conflict");
            conflict.HasKey(c => new { c.IncidentId, c.IdentityId });
        });
    }

    private static void MapConduct(ModelBuilder model)
    {
        model.Entity<ConductMatrix>(matrix =>
        {
            matrix.ToTable("conduct_matrix");
            matrix.Property(m => m.Id).ValueGeneratedNever();
            // Of two heads who approve at the same moment one comes first, and the other looks again.
            matrix.HasIndex(m => new { m.Org, m.Number }).IsUnique();
            matrix.Ignore(m => m.Categories);
        });
        model.Entity<Sanction>(sanction =>
        {
            sanction.ToTable("sanction");
            sanction.Property(s => s.Id).ValueGeneratedNever();
            sanction.HasIndex(s => s.IncidentId);
            sanction.HasIndex(s => s.PersonId);
            sanction.Property<uint>("xmin").IsRowVersion();
        });
    }

    private static void MapRuns(ModelBuilder model)
    {
        model.Entity<Run>(run =>
        {
            run.ToTable("run");
            run.Property(r => r.Id).ValueGeneratedNever();
            run.HasIndex(r => r.IncidentId);
            run.Ignore(r => r.IsSetAside);
        });
        model.Entity<RunAnswer>(answer =>
        {
            answer.ToTable("run_answer");
            answer.Property(a => a.Id).ValueGeneratedNever();
            answer.HasIndex(a => a.IncidentId);
        });
        model.Entity<RunItem>(item =>
        {
            item.ToTable("run_item");
            item.Property(i => i.Id).ValueGeneratedNever();
            item.HasIndex(i => i.IncidentId);
            item.HasIndex(i => i.GivenAs).HasFilter("given_as is not null");
            item.Ignore(i => i.IsOpen);
            item.Ignore(i => i.LateAt);
            item.Property<uint>("xmin").IsRowVersion();
        });
    }
}
