using System.Text.Json;
using Lifeguard.Incidents.Model;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lifeguard.Incidents.Storage;

/// <summary>Ticks live in the row of their incident, so that two people who tick at once are noticed by the row's version.</summary>
internal sealed class FormTicksConversion() : ValueConverter<List<FormTick>, string>(
    ticks => JsonSerializer.Serialize(ticks, JsonSerializerOptions.Default),
    stored => JsonSerializer.Deserialize<List<FormTick>>(stored, JsonSerializerOptions.Default) ?? new());

internal sealed class FormTicksComparison() : ValueComparer<List<FormTick>>(
    (one, other) => one == other || (one != null && other != null && one.SequenceEqual(other)),
    ticks => ticks.Aggregate(0, (hash, tick) => HashCode.Combine(hash, tick)),
    ticks => ticks.ToList());
