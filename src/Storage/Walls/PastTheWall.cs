namespace Lifeguard.Storage.Walls;

/// <summary>
/// Two look-ups that cannot use their index behind the second wall, because PostgreSQL trusts their operators with no hidden row.
/// Each runs as the owner, asks for the organisations of <c>lg.orgs</c> itself, and answers with keys only: never a word, a name or a date.
/// What the keys open is asked again through the viewer.
/// </summary>
internal static class PastTheWall
{
    // The owner connects for migrations alone; the policy lets these two functions read what the index finds, and changes nothing else.
    internal const string Sql =
        """
        do $$ declare one text; begin
          foreach one in array array['journal', 'report', 'entry', 'involvement'] loop
            if to_regclass(one) is not null then
              execute format('drop policy if exists owner_looks on %I', one);
              execute format('create policy owner_looks on %I for select to %I using (true)', one, current_user);
            end if;
          end loop;
        end $$;

        do $$ begin
          create or replace function lg_lists_naming(record uuid) returns setof uuid
            language sql stable security definer set search_path = public, pg_temp as $f$
              select id from journal
              where shown @> array[record] and org = any(nullif(current_setting('lg.orgs', true), '')::uuid[])
            $f$;
          revoke all on function lg_lists_naming(uuid) from public;

          if to_regclass('entry') is not null then
            create or replace function lg_search(words text, named text, most int) returns setof uuid
              language sql stable security definer set search_path = public, pg_temp as $f$
                select incident_id from (
                  select incident_id, org from report where search @@ websearch_to_tsquery('english', words)
                  union
                  select incident_id, org from entry where search @@ websearch_to_tsquery('english', words)
                  union
                  select incident_id, org from involvement where removed_at is null and search @@ to_tsquery('simple', named)
                ) found
                where org = any(nullif(current_setting('lg.orgs', true), '')::uuid[])
                order by incident_id desc limit most
              $f$;
            revoke all on function lg_search(text, text, int) from public;
          end if;

          if exists (select from pg_roles where rolname = 'lg_app') then
            grant execute on function lg_lists_naming(uuid) to lg_app;
            if to_regclass('entry') is not null then
              grant execute on function lg_search(text, text, int) to lg_app;
            end if;
          end if;
        end $$;
        """;
}
