using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Npgsql;

namespace Lifeguard.Tests.Walls;

/// <summary>The second wall as it stands in the real database, asked of PostgreSQL itself and tried with the application's own role.</summary>
public sealed class DatabaseWallTests(World world) : IClassFixture<World>
{
    // Tables that belong to no organisation, each with the reason.
    private static readonly Dictionary<string, string> WithoutOrganisation = new()
    {
        ["__EFMigrationsHistory"] = "which schema the database has",
        ["installation"] = "what kind of database it is",
        ["protection_key"] = "keys of the site, sealed by the host",
        ["flow_edition"] = "texts of guided questions, the same for every school",
        ["account"] = "a way in of a human being, read before anybody is known",
        ["account_claim"] = "part of the account",
        ["account_login"] = "part of the account",
        ["account_token"] = "part of the account",
        ["account_passkey"] = "part of the account",
        ["recovery_code"] = "part of the account, hashes alone",
        ["guess"] = "tries at signing in, hashes alone, for a day",
        ["session"] = "a signed-in browser, read before anybody is known",
        ["kept_form"] = "sealed words of somebody whose session ended",
        ["file_key"] = "a school's public key, for other schools of the house; its secret half sealed",
        ["sent_form"] = "keys made from forms that were sent; no record, no person",
        ["draft"] = "sealed words that their author alone opens, also without an account",
        ["organisation"] = "the tree itself, which says what lies below what",
        ["almanac_edition"] = "one mark that says when people, roles or organisations last changed",
        ["journal_seal"] = "positions and hashes, no record",
    };

    [Fact]
    public async Task EveryTable_LiesBehindTheWall_OrIsNamedWithAReason()
    {
        var walled = await NamesAsync("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
              and exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
                and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE' and p.qual like '%lg.orgs%' and p.qual like '%org = ANY%' and p.roles = '{public}')
              and not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname <> 'org_wall'
                and not (p.policyname = 'owner_looks' and p.cmd = 'SELECT' and p.roles = '{lg_owner}' and p.tablename in ('journal', 'report', 'entry', 'involvement')))
            """);
        var withOrg = await NamesAsync("select table_name from information_schema.columns where table_schema = 'public' and column_name = 'org'");
        var all = await NamesAsync("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')");

        // The gate's raw rows carry the number of their place, and their wall looks it up.
        walled.ShouldContain("gate_request");
        walled.Except(["gate_request"]).ShouldBe(withOrg, ignoreOrder: true);
        withOrg.ShouldContain("incident");
        // The clock's own tables hold names of jobs and times.
        all.Except(withOrg).Except(["gate_request"]).Except(WithoutOrganisation.Keys).Where(table => !table.StartsWith("qrtz_", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LookUpsPastTheWall_GiveKeysOfOpenOrganisationsOnly_AndNothingElseRunsAsTheOwner()
    {
        const string Definer = "from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef";

        var functions = await NamesAsync($"select p.proname || ' ' || pg_get_function_result(p.oid) {Definer}");
        var unbounded = await NamesAsync($"select p.proname {Definer} and (p.prosrc not like '%org = any(nullif(current_setting(''lg.orgs'', true), '''')::uuid[])%' or not coalesce(p.proconfig, array[]::text[]) @> array['search_path=public, pg_temp'])");
        var anybodys = await NamesAsync($"select p.proname {Definer} and has_function_privilege('public', p.oid, 'execute')");

        functions.ShouldBe(["lg_lists_naming SETOF uuid", "lg_search SETOF uuid", "lg_erase integer", "lg_gate_day void", "lg_gate_close void", "lg_gate_drop integer"], ignoreOrder: true);
        // These make, index and drop a day of the gate's raw log, and read nothing.
        unbounded.ShouldBe(["lg_gate_day", "lg_gate_close", "lg_gate_drop"], ignoreOrder: true);
        anybodys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Application_OwnsNothing_AndPassesNoWall()
    {
        var rights = await NamesAsync("select rolname from pg_roles where rolname = 'lg_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)");
        var owned = await NamesAsync("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'lg_app'");

        rights.ShouldBeEmpty();
        owned.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update journal set act = 'x'")]
    [InlineData("delete from journal")]
    [InlineData("truncate journal")]
    [InlineData("update journal_seal set chain = '\\x00'")]
    [InlineData("delete from journal_seal")]
    [InlineData("truncate journal_seal")]
    [InlineData("alter table journal disable row level security")]
    [InlineData("drop policy org_wall on incident")]
    [InlineData("create table mine (id int)")]
    public async Task Application_CannotTouchWhatWasWritten(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(world.Database.App, sql));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Application_WithoutAListOfOrganisations_SeesNoRow()
    {
        var school = await world.SchoolAsync();
        await world.PersonAsync(school, "Rowan Tindall", PersonKind.Staff, Role.Teacher);

        (await CountAsync("select count(*) from person")).ShouldBe(0);
        (await CountAsync("select count(*) from journal")).ShouldBe(0);
        (await CountAsync($"select set_config('lg.orgs', '{{{school}}}', false); select count(*) from person")).ShouldBe(1);
    }

    [Fact]
    public async Task Application_ForOneSchool_NeitherReadsNorWritesAnothers()
    {
        var (ours, theirs) = (await world.SchoolAsync(), await world.SchoolAsync(name: "Larkhollow Primary School"));
        await world.PersonAsync(theirs, "Rowan Tindall", PersonKind.Pupil);
        var open = $"select set_config('lg.orgs', '{{{ours}}}', false);";

        (await CountAsync($"{open} select count(*) from person where org = '{theirs}'")).ShouldBe(0);
        (await ExecuteAsync(world.Database.App, $"{open} update person set org = org where org = '{theirs}'")).ShouldBe(0);
        var refused = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(world.Database.App,
            $"{open} insert into outbox_letter (id, org, to_identity, record_kind, record_id, urgency, written_at, not_before, tries) values ('{Guid.Empty}', '{theirs}', '{Guid.Empty}', 'x', '{Guid.Empty}', 'Routine', now(), now(), 0)"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Viewer_IsGivenOnlyTheirOwnOrganisations()
    {
        var (ours, theirs) = (await world.SchoolAsync(), await world.SchoolAsync(name: "Larkhollow Primary School"));
        Viewer viewer = await world.ViewerAsync(await world.PersonAsync(ours, "Rowan Tindall", PersonKind.Staff, Role.DesignatedSafeguardingLead));

        viewer.Organisations.ShouldContain(ours);
        viewer.Organisations.ShouldNotContain(theirs);
    }

    private async Task<List<string>> NamesAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(world.Database.Owner);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(world.Database.App + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                if (reader.GetFieldType(0) == typeof(long)) return reader.GetInt64(0);
            }
        }
        while (await reader.NextResultAsync());
        throw new InvalidOperationException("Nothing was counted.");
    }

    private static async Task<int> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Math.Max(0, await command.ExecuteNonQueryAsync());
    }
}
