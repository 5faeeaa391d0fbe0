namespace Lifeguard.Storage.Walls;

/// <summary>
/// The one way in which words leave the journal. The application may only add to it; this runs as the owner, looks for itself whether two
/// people and a week stand behind the purge and nothing holds the record, and takes out salt and words, nothing else.
/// </summary>
internal static class Erasure
{
    public const string Sql =
        """
        create or replace function lg_erase(asked uuid, parts uuid[]) returns int
          language plpgsql security definer set search_path = public, pg_temp as $f$
          declare one purge%rowtype; erased int;
          begin
            select * into one from purge where id = asked for update;
            if not found or one.confirmed_by is null or one.confirmed_by = one.proposed_by or one.stopped_at is not null or one.days_waited < 7
               or exists (select from legal_hold where record_id = one.record_id and lifted_at is null) then
              raise exception 'This purge is not ripe.';
            end if;
            -- Parts are never records of the same kind: those have a purge of their own.
            update journal set salt = null, payload = null
              where org = any(nullif(current_setting('lg.orgs', true), '')::uuid[]) and org = one.org and salt is not null
                and ((record_id = one.record_id and record_kind = one.record_kind) or (record_id = any(parts) and record_kind <> one.record_kind));
            get diagnostics erased = row_count;
            return erased;
          end $f$;
        revoke all on function lg_erase(uuid, uuid[]) from public;
        do $$ begin
          if exists (select from pg_roles where rolname = 'lg_app') then grant execute on function lg_erase(uuid, uuid[]) to lg_app; end if;
        end $$;
        """;
}
