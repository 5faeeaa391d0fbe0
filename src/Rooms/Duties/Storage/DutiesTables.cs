using System.Text.Json;
using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Model.Calendar;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Duties.Model.Rota;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lifeguard.Duties.Storage;

internal sealed class DutiesTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Duty>(duty =>
        {
            duty.ToTable("duty");
            duty.Property(d => d.Id).ValueGeneratedNever();
            duty.Property(d => d.RecordKind).HasMaxLength(40);
            duty.Property(d => d.Key).HasMaxLength(DutyToOpen.LongestKey);
            duty.Property(d => d.Asks).HasMaxLength(DutyToOpen.LongestAsks);
            duty.Property(d => d.Result).HasMaxLength(80);
            duty.Property(d => d.Steps).HasColumnType("jsonb").HasConversion(
                steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Default),
                stored => JsonSerializer.Deserialize<List<ChainStep>>(stored, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<ChainStep>>(
                    (one, other) => one!.SequenceEqual(other!), steps => steps.Count, steps => steps));
            duty.Ignore(d => d.Record);
            duty.HasMany(d => d.Holdings).WithOne().HasForeignKey(h => h.DutyId);
            duty.Navigation(d => d.Holdings).HasField("_holdings").UsePropertyAccessMode(PropertyAccessMode.Field);
            duty.HasIndex(d => d.NextStepAt).HasFilter("next_step_at is not null");
            duty.HasIndex(d => new { d.RecordId, d.Key }).IsUnique().HasFilter("settled_at is null");
            duty.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<DutyHolding>(holding =>
        {
            holding.ToTable("duty_holding");
            holding.Property(h => h.Id).ValueGeneratedNever();
            holding.Property(h => h.Desk).HasMaxLength(60);
            holding.HasIndex(h => h.DutyId);
            holding.HasIndex(h => h.IdentityId);
        });
        model.Entity<OnDutyShift>(shift =>
        {
            shift.ToTable("on_duty");
            shift.Property(s => s.Id).ValueGeneratedNever();
            shift.Property(s => s.Name).HasMaxLength(OnDutyShift.LongestName);
            shift.Property(s => s.Telephone).HasMaxLength(OnDutyShift.LongestTelephone);
            shift.HasIndex(s => new { s.Org, s.LastDay });
            shift.HasIndex(s => new { s.Org, s.IdentityId, s.FirstDay, s.LastDay, s.Times, s.Telephone }).IsUnique().AreNullsDistinct(false);
        });
        model.Entity<TermDate>(term =>
        {
            term.ToTable("term_date");
            term.Property(t => t.Id).ValueGeneratedNever();
            term.Property(t => t.Name).HasMaxLength(Refusals.LongestName);
            term.HasIndex(t => new { t.Org, t.FirstDay });
        });
    }
}
