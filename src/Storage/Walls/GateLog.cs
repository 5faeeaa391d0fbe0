namespace Lifeguard.Storage.Walls;

/// <summary>
/// The raw log of the gate, in one partition a day. Its rows carry no organisation's key, which would be a tenth of them, but the number of
/// their place, and the wall looks the number up once for each question. Columns go from wide to narrow and end with the path, so that
/// nothing is padded between them. Copying goes straight into a day's partition, where PostgreSQL allows it: the application may add there
/// and read nothing. Reading goes through the parent and its wall alone. Days are made, indexed and dropped by functions that run as the
/// owner (decision 0025).
/// </summary>
internal static class GateLog
{
    internal const string Sql =
        """
        create schema if not exists gate_log;
        create table if not exists gate_request (
          at timestamptz not null, asker int not null, host int not null, decision int not null,
          place smallint not null, path text collate "C" not null
        ) partition by range (at);
        create index if not exists gate_request_at on gate_request using brin (at);
        -- Its rows are written again and again on their day.
        alter table gate_person_day set (autovacuum_vacuum_scale_factor = 0.05);
        alter table gate_request enable row level security;
        alter table gate_request force row level security;
        drop policy if exists org_wall on gate_request;
        create policy org_wall on gate_request using (place = any(array(
          select number from gate_place where org = any(nullif(current_setting('lg.orgs', true), '')::uuid[]))));

        create or replace function lg_gate_day(day date) returns void
          language plpgsql security definer set search_path = public, pg_temp as $f$
          declare name text := 'd' || to_char(day, 'YYYYMMDD');
          begin
            if to_regclass('gate_log.' || name) is not null then return; end if;
            execute format('create table gate_log.%I partition of gate_request for values from (%L) to (%L)', name, day || ' 00:00+00', (day + 1) || ' 00:00+00');
            if exists (select from pg_roles where rolname = 'lg_app') then
              execute format('revoke all on gate_log.%I from lg_app; grant insert on gate_log.%I to lg_app', name, name);
            end if;
          end $f$;
        revoke all on function lg_gate_day(date) from public;

        -- A day that is over is laid out by person, once: each person's rows lie together, so an index of a few pages finds them, and
        -- loading need not keep up a large one.
        create or replace function lg_gate_close(day date) returns void
          language plpgsql security definer set search_path = public, pg_temp as $f$
          declare name text := 'd' || to_char(day, 'YYYYMMDD');
          begin
            if to_regclass('gate_log.' || name) is null or to_regclass('gate_log.' || name || '_asker') is not null then return; end if;
            execute format('create index %I on gate_log.%I (asker, at)', name || '_by', name);
            execute format('cluster gate_log.%I using %I', name, name || '_by');
            execute format('drop index gate_log.%I', name || '_by');
            execute format('create index %I on gate_log.%I using brin (asker) with (pages_per_range = 4)', name || '_asker', name);
          end $f$;
        revoke all on function lg_gate_close(date) from public;

        create or replace function lg_gate_drop(before date) returns int
          language plpgsql security definer set search_path = public, pg_temp as $f$
          declare name text; dropped int := 0;
          begin
            for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
              where i.inhparent = 'gate_request'::regclass and c.relname < 'd' || to_char(before, 'YYYYMMDD') loop
              execute format('drop table gate_log.%I', name);
              dropped := dropped + 1;
            end loop;
            return dropped;
          end $f$;
        revoke all on function lg_gate_drop(date) from public;

        do $$ begin
          if exists (select from pg_roles where rolname = 'lg_app') then
            grant usage on schema gate_log to lg_app;
            revoke insert, update, delete, truncate on gate_request from lg_app;
            grant execute on function lg_gate_day(date), lg_gate_close(date), lg_gate_drop(date) to lg_app;
          end if;
          if exists (select from pg_roles where rolname = 'lg_backup') then grant usage on schema gate_log to lg_backup; end if;
        end $$;
        """;
}
