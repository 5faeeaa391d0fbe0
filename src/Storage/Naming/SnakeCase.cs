using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lifeguard.Storage.Naming;

internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // What is kept as one JSON value has one column, which its owner named.
            if (entity.IsMappedToJson()) continue;
            // A name given by hand, or a part kept inside its owner's row, stays as it is.
            if (!entity.IsOwned()) entity.SetTableName(Of(entity.GetTableName() ?? entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                // A row version is the database's own column xmin.
                if (property.IsConcurrencyToken && property.ClrType == typeof(uint)) continue;
                var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table);
                var name = table is null ? property.GetColumnName() : property.GetColumnName(table.Value) ?? property.Name;
                property.SetColumnName(Of(name));
            }

            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName() ?? ""));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Of(key.GetConstraintName() ?? ""));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName() ?? ""));
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var letter = name[at];
            if (char.IsUpper(letter) && at > 0 && name[at - 1] != '_' && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
