namespace Lifeguard.Verifier.Database;

// pg_catalog is named wherever a function decides what we see: a function of the same name may have been planted.
internal static class JournalQueries
{
    private const string Row = """
        j.id, j.org, pg_catalog.convert_to(j.record_kind, 'UTF8'), j.record_id, pg_catalog.convert_to(j.act, 'UTF8'),
        j.by_identity, j.at, j.salt, pg_catalog.convert_to(j.payload, 'UTF8'), j.payload_commitment, j.commitment
        """;

    public const string Seals = $"""
        select coalesce(s.position, 0), s.journal_id, s.commitment, s.chain, s.sealed_at, {Row}
        from journal_seal s left join journal j on j.id = s.journal_id
        order by s.position
        """;

    public const string RepeatedSeals = """
        select journal_id, coalesce(position, 0) from journal_seal
        where journal_id in (select journal_id from journal_seal group by journal_id having count(*) > 1)
        order by journal_id, position
        """;

    public const string Unsealed = $"""
        select {Row} from journal j
        where not exists (select from journal_seal s where s.journal_id = j.id)
        """;

    public const string Entries = """
        select e.journal_id, e.text, j.id is not null, pg_catalog.convert_to(j.payload, 'UTF8')
        from entry e left join journal j on j.id = e.journal_id
        """;

    // A table of the same name in another schema, or a view in place of a table, can show us one journal and the product another.
    public const string Tables = """
        select c.relname::text, n.nspname::text, c.relkind::text, c.relrowsecurity, c.oid = pg_catalog.to_regclass(c.relname::text)
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relname in ('journal', 'journal_seal', 'organisation', 'entry') and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and n.nspname not in ('pg_catalog', 'information_schema') and c.relpersistence <> 't'
        order by 1, 2
        """;

    public const string SeesEveryRow = "select rolsuper or rolbypassrls from pg_catalog.pg_roles where rolname = current_user";

    public const string Source = "select pg_catalog.format('database %s as %s, PostgreSQL %s', current_database(), current_user, pg_catalog.current_setting('server_version'))";

    // The tiny fraction makes the planner walk the seals by their key and look each row up, instead of sorting ten years on disk.
    public const string Settings = """
        set transaction read only;
        set local cursor_tuple_fraction = 0.00001;
        set local jit = off;
        set local statement_timeout = 0;
        set local idle_in_transaction_session_timeout = 0;
        """;
}
