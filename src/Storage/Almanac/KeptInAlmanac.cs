using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lifeguard.Storage.Almanac;

/// <summary>Tables that change seldom and are asked at every page: a room marks them, and each change of one gives a new edition.</summary>
public static class KeptInAlmanac
{
    private const string Annotation = "Lifeguard:Almanac";

    /// <summary>What is read from this table may be kept through <see cref="Almanac"/>.</summary>
    public static void IsKeptInAlmanac<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.HasAnnotation(Annotation, true);

    internal static bool IsKept(IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation) is not null;

    /// <summary>
    /// The triggers, made from the model. They run at the end of the transaction, so that nobody waits for a long one's row,
    /// and the first of a transaction does the work of all.
    /// </summary>
    public static string Sql(IModel model)
    {
        var sql = new StringBuilder(
            """
            insert into almanac_edition (id, mark) values (1, gen_random_uuid()) on conflict do nothing;
            create or replace function lg_new_edition() returns trigger language plpgsql set search_path = public, pg_temp as $f$
            begin
              if coalesce(current_setting('lg.edition', true), '') <> pg_current_xact_id()::text then
                update almanac_edition set mark = gen_random_uuid();
                perform set_config('lg.edition', pg_current_xact_id()::text, true);
              end if;
              return null;
            end $f$;

            """);
        foreach (var table in model.GetEntityTypes().Where(IsKept).Select(entity => entity.GetTableName()!).Order(StringComparer.Ordinal))
        {
            sql.Append(CultureInfo.InvariantCulture,
                $"""
                drop trigger if exists new_edition on {table};
                create constraint trigger new_edition after insert or update or delete on {table}
                  deferrable initially deferred for each row execute function lg_new_edition();

                """);
        }

        return sql.ToString();
    }
}
