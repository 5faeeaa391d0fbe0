using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lifeguard.Storage.Walls;

/// <summary>
/// The second wall, made from the model so that no table can be forgotten: every table with an <c>org</c> column shows and takes
/// only rows of the organisations in <c>lg.orgs</c>, for the owner too. The journal takes rows and gives none back.
/// </summary>
public static class RowLevelSecurity
{
    private const string Policy = "org_wall";

    public static string Sql(IModel model)
    {
        var sql = new StringBuilder();
        foreach (var table in WalledTables(model))
        {
            sql.Append(CultureInfo.InvariantCulture, $"""
                alter table {table} enable row level security;
                alter table {table} force row level security;
                drop policy if exists {Policy} on {table};
                create policy {Policy} on {table} using (org = any(nullif(current_setting('lg.orgs', true), '')::uuid[]));

                """);
        }

        sql.Append("""
            do $$ begin
              if exists (select 1 from pg_roles where rolname = 'lg_app') then
                revoke update, delete, truncate on journal, journal_seal from lg_app;
              end if;
            end $$;
            """);
        sql.AppendLine().Append(OrganisationWall.CallSql).AppendLine().Append(PastTheWall.Sql);
        if (WalledTables(model).Contains("purge")) sql.AppendLine().Append(Erasure.Sql);
        if (WalledTables(model).Contains("gate_place")) sql.AppendLine().Append(GateLog.Sql);
        return sql.ToString();
    }

    public static IReadOnlyList<string> WalledTables(IModel model) =>
        [.. model.GetEntityTypes()
            .Where(entity => !entity.IsOwned() && entity.FindProperty("Org") is not null)
            .Select(entity => entity.GetTableName()!)
            .Distinct()
            .Order(StringComparer.Ordinal)];
}
