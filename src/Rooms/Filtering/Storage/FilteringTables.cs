using Lifeguard.Filtering.Model;
using Lifeguard.Filtering.Storage.Log;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Filtering.Storage;

internal sealed class FilteringTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<GatePlace>(place =>
        {
            place.ToTable("gate_place");
            place.HasKey(p => p.Org);
            place.Property(p => p.Org).ValueGeneratedNever();
            place.Property(p => p.Number).UseIdentityByDefaultColumn();
            place.HasIndex(p => p.Number).IsUnique();
        });
        model.Entity<GatePerson>(person =>
        {
            person.ToTable("gate_person");
            person.Property(p => p.Id).UseIdentityByDefaultColumn();
            person.HasIndex(p => new { p.Org, p.Name }).IsUnique();
        });
        model.Entity<GateAsker>(asker =>
        {
            asker.ToTable("gate_asker");
            asker.Property(a => a.Id).UseIdentityByDefaultColumn();
            asker.HasIndex(a => new { a.Org, a.Person, a.Client, a.IsSure, a.Level, a.Gateway }).IsUnique();
        });
        model.Entity<GateHost>(host =>
        {
            host.ToTable("gate_host");
            host.Property(h => h.Id).UseIdentityByDefaultColumn();
            host.HasIndex(h => new { h.Org, h.Name }).IsUnique();
        });
        model.Entity<GateCategory>(category =>
        {
            category.ToTable("gate_category");
            category.Property(c => c.Id).UseIdentityByDefaultColumn();
            category.HasIndex(c => new { c.Org, c.Name }).IsUnique();
        });
        model.Entity<GateDecision>(decision =>
        {
            decision.ToTable("gate_decision");
            decision.Property(d => d.Id).UseIdentityByDefaultColumn();
            decision.HasIndex(d => new { d.Org, d.Category, d.Action, d.Reason, d.List, d.Rule }).IsUnique();
        });
        MapFigures(model);
        MapAlarms(model);
        model.Entity<WebPassword>(password =>
        {
            password.ToTable("web_password");
            password.Property(p => p.Id).ValueGeneratedNever();
            password.HasIndex(p => p.IdentityId).IsUnique();
        });
    }

    private static void MapFigures(ModelBuilder model)
    {
        // Made beside the walls, in day partitions (src/Storage/Walls/GateLog.cs).
        model.Entity<GateRequest>(request =>
        {
            request.ToTable("gate_request", table => table.ExcludeFromMigrations());
            request.HasNoKey();
        });
        model.Entity<GatePersonDay>(day =>
        {
            day.ToTable("gate_person_day");
            day.HasKey(d => new { d.Person, d.Day });
            // The figures of everybody are read from the index alone, without the days' details.
            day.HasIndex(d => new { d.Org, d.Day }).IncludeProperties(d => new { d.Person, d.Requests, d.Refused });
        });
        model.Entity<GateCategoryDay>(day =>
        {
            day.ToTable("gate_category_day");
            day.HasKey(d => new { d.Org, d.Day, d.Category, d.Action });
        });
        model.Entity<GateSegment>(segment =>
        {
            segment.ToTable("gate_segment");
            segment.Property(s => s.Id).ValueGeneratedNever();
            segment.HasIndex(s => new { s.Org, s.MadeAt });
        });
    }

    private static void MapAlarms(ModelBuilder model) => model.Entity<GateAlarm>(alarm =>
    {
        alarm.ToTable("gate_alarm");
        alarm.Property(a => a.Id).ValueGeneratedNever();
        alarm.Property(a => a.Gateway).HasMaxLength(GateAlarm.LongestName);
        alarm.Property(a => a.Door).HasMaxLength(GateAlarm.LongestName);
        alarm.Property(a => a.Said).HasMaxLength(GateAlarm.LongestSaid);
        // Two copies of the site that look at once find the same thing wrong once.
        alarm.HasIndex(a => new { a.Org, a.Kind, a.Gateway, a.Door }).IsUnique().HasFilter("ended_at is null");
        alarm.HasIndex(a => new { a.Org, a.EndedAt });
    });
}
