using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class Spine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    home_org = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    demonstration_label = table.Column<string>(type: "text", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "action_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agency_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    telephone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    web_form = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    hours = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    verified_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "declared_conflict",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declared_conflict", x => new { x.incident_id, x.identity_id });
                });

            migrationBuilder.CreateTable(
                name: "draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: true),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    asks = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    clock = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    steps_taken = table.Column<int>(type: "integer", nullable: false),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    journal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                        .Annotation("Npgsql:TsVectorConfig", "english")
                        .Annotation("Npgsql:TsVectorProperties", new[] { "text" })
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incident",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    desks = table.Column<List<string>>(type: "text[]", nullable: false),
                    joined = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    barred = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    tells_authority = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_on_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handler = table.Column<Guid>(type: "uuid", nullable: true),
                    form_intent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    form_material = table.Column<List<string>>(type: "text[]", nullable: false),
                    form_considered_as = table.Column<List<string>>(type: "text[]", nullable: false),
                    form_place = table.Column<string>(type: "text", nullable: true),
                    form_place_detail = table.Column<string>(type: "text", nullable: true),
                    form_equipment = table.Column<List<string>>(type: "text[]", nullable: false),
                    form_how_found = table.Column<string>(type: "text", nullable: true),
                    form_how_found_words = table.Column<string>(type: "text", nullable: true),
                    form_where_online = table.Column<List<string>>(type: "text[]", nullable: false),
                    form_where_online_words = table.Column<string>(type: "text", nullable: true),
                    form_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    form_time_not_known = table.Column<bool>(type: "boolean", nullable: false),
                    form_staff_actions = table.Column<string>(type: "jsonb", nullable: false),
                    form_child_actions = table.Column<string>(type: "jsonb", nullable: false),
                    form_anybody_needs_police = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    types = table.Column<List<string>>(type: "text[]", nullable: false),
                    other_type = table.Column<string>(type: "text", nullable: true),
                    risk_cells = table.Column<List<string>>(type: "text[]", nullable: false),
                    imagery = table.Column<bool>(type: "boolean", nullable: false),
                    closure_reason = table.Column<string>(type: "text", nullable: true),
                    closure_outcome = table.Column<string>(type: "text", nullable: true),
                    closure_lessons = table.Column<string>(type: "text", nullable: true),
                    closure_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closure_by_name = table.Column<string>(type: "text", nullable: true),
                    closure_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    copied_to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    stands_alone = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    escalated = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incident_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "involvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    named_as = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "to_tsvector('simple', translate(lower(name), 'àáâãäåāăąçćčďđðèéêëēęěìíîïīłñńňòóôõöøōőřśšşťţùúûüūůűýÿźżž''’‘`', 'aaaaaaaaacccdddeeeeeeeiiiiilnnnoooooooorsssttuuuuuuuyyzzz'))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_involvement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: true),
                    payload_commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    shown = table.Column<Guid[]>(type: "uuid[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_seal",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    journal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    chain = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_seal", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "kept_form",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_form", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phase = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    establishment_type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    telephone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    website = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    nation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    report_code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    source_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_organisation_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_setting",
                columns: table => new
                {
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_setting", x => new { x.org, x.key });
                });

            migrationBuilder.CreateTable(
                name: "outbox_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    to_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "parents_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    told = table.Column<bool>(type: "boolean", nullable: false),
                    who_was_told = table.Column<string>(type: "text", nullable: true),
                    how = table.Column<string>(type: "text", nullable: true),
                    said = table.Column<string>(type: "text", nullable: true),
                    reason_not_yet = table.Column<string>(type: "text", nullable: true),
                    who_asked_to_wait = table.Column<string>(type: "text", nullable: true),
                    look_again_on = table.Column<DateOnly>(type: "date", nullable: true),
                    meeting_on = table.Column<DateOnly>(type: "date", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parents_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "receipt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: true),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    frozen_as = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "referral",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    agency_name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    spoken_to = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    their_reference = table.Column<string>(type: "text", nullable: true),
                    advice = table.Column<string>(type: "text", nullable: true),
                    shared = table.Column<string>(type: "text", nullable: true),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    head_consulted = table.Column<bool>(type: "boolean", nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    result_key = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    result_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reporter_identity = table.Column<Guid>(type: "uuid", nullable: true),
                    reporter_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reporter_contact = table.Column<string>(type: "text", nullable: true),
                    danger = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    what_happened = table.Column<string>(type: "text", nullable: false),
                    childs_words = table.Column<string>(type: "text", nullable: true),
                    where_and_when = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    done_already = table.Column<string>(type: "text", nullable: true),
                    who_looks_after_the_child = table.Column<string>(type: "text", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                        .Annotation("Npgsql:TsVectorConfig", "english")
                        .Annotation("Npgsql:TsVectorProperties", new[] { "what_happened", "childs_words", "where_and_when", "address", "done_already" })
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.incident_id);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "technical_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    device = table.Column<string>(type: "text", nullable: true),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by_name = table.Column<string>(type: "text", nullable: true),
                    said = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_technical_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "term_date",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_term_date", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "welfare_beside",
                columns: table => new
                {
                    allegation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    welfare_id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_welfare_beside", x => new { x.allegation_id, x.welfare_id });
                });

            migrationBuilder.CreateTable(
                name: "duty_holding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    desk = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_holding", x => x.id);
                    table.ForeignKey(
                        name: "fk_duty_holding_duty_duty_id",
                        column: x => x.duty_id,
                        principalTable: "duty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    known_as = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    folded = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    year_group = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    @class = table.Column<string>(name: "class", type: "character varying(100)", maxLength: 100, nullable: true),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    source_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_organisation_org",
                        column: x => x.org,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appointment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    appointed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment", x => x.id);
                    table.ForeignKey(
                        name: "fk_appointment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relation", x => x.id);
                    table.ForeignKey(
                        name: "fk_relation_person_other_id",
                        column: x => x.other_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_relation_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_identity_id",
                table: "account",
                column: "identity_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_normalized_email",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_normalized_user_name",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_action_item_incident_id",
                table: "action_item",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_item_owner_due_on",
                table: "action_item",
                columns: new[] { "owner", "due_on" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_agency_contact_org_kind",
                table: "agency_contact",
                columns: new[] { "org", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_org_role",
                table: "appointment",
                columns: new[] { "org", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_person_id",
                table: "appointment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_author",
                table: "draft",
                column: "author");

            migrationBuilder.CreateIndex(
                name: "ix_draft_reference",
                table: "draft",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_next_step_at",
                table: "duty",
                column: "next_step_at",
                filter: "next_step_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_duty_record_id_key",
                table: "duty",
                columns: new[] { "record_id", "key" },
                unique: true,
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_duty_holding_duty_id",
                table: "duty_holding",
                column: "duty_id");

            migrationBuilder.CreateIndex(
                name: "ix_duty_holding_identity_id",
                table: "duty_holding",
                column: "identity_id");

            migrationBuilder.CreateIndex(
                name: "ix_entry_incident_id",
                table: "entry",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_entry_search",
                table: "entry",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_incident_closure_at",
                table: "incident",
                column: "closure_at");

            migrationBuilder.CreateIndex(
                name: "ix_incident_handler",
                table: "incident",
                column: "handler",
                filter: "handler is not null");

            migrationBuilder.CreateIndex(
                name: "ix_incident_joined",
                table: "incident",
                column: "joined")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_incident_open",
                table: "incident",
                columns: new[] { "org", "raised_at" },
                filter: "closure_reason is null");

            migrationBuilder.CreateIndex(
                name: "ix_incident_org_raised_at",
                table: "incident",
                columns: new[] { "org", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_incident_reference",
                table: "incident",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incident_link_from_id",
                table: "incident_link",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_incident_link_to_id",
                table: "incident_link",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_involvement_incident_id",
                table: "involvement",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_involvement_person_id",
                table: "involvement",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_involvement_search",
                table: "involvement",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_journal_at",
                table: "journal",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_journal_by_identity_at",
                table: "journal",
                columns: new[] { "by_identity", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_record_id_at",
                table: "journal",
                columns: new[] { "record_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_shown",
                table: "journal",
                column: "shown",
                filter: "shown is not null")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_journal_seal_journal_id",
                table: "journal_seal",
                column: "journal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_parent_id",
                table: "organisation",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_report_code",
                table: "organisation",
                column: "report_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_letter_not_before",
                table: "outbox_letter",
                column: "not_before",
                filter: "sent_at is null and withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_letter_record_id",
                table: "outbox_letter",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_parents_notice_incident_id",
                table: "parents_notice",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_identity_id",
                table: "person",
                column: "identity_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_org_source_id",
                table: "person",
                columns: new[] { "org", "source_id" },
                unique: true,
                filter: "source_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_author_made_at",
                table: "receipt",
                columns: new[] { "author", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_receipt_draft_id",
                table: "receipt",
                column: "draft_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipt_incident_id",
                table: "receipt",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_reference",
                table: "receipt",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referral_incident_id",
                table: "referral",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_relation_org",
                table: "relation",
                column: "org");

            migrationBuilder.CreateIndex(
                name: "ix_relation_other_id",
                table: "relation",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_relation_person_id_other_id_kind",
                table: "relation",
                columns: new[] { "person_id", "other_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_search",
                table: "report",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_session_account_id",
                table: "session",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_token_hash",
                table: "session",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_incident_id",
                table: "support",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_technical_task_incident_id",
                table: "technical_task",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_technical_task_org_due_at",
                table: "technical_task",
                columns: new[] { "org", "due_at" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_technical_task_reference",
                table: "technical_task",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_term_date_org_first_day",
                table: "term_date",
                columns: new[] { "org", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_welfare_beside_welfare_id",
                table: "welfare_beside",
                column: "welfare_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "action_item");

            migrationBuilder.DropTable(
                name: "agency_contact");

            migrationBuilder.DropTable(
                name: "appointment");

            migrationBuilder.DropTable(
                name: "declared_conflict");

            migrationBuilder.DropTable(
                name: "draft");

            migrationBuilder.DropTable(
                name: "duty_holding");

            migrationBuilder.DropTable(
                name: "entry");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropTable(
                name: "incident_link");

            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "involvement");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "journal_seal");

            migrationBuilder.DropTable(
                name: "kept_form");

            migrationBuilder.DropTable(
                name: "organisation_setting");

            migrationBuilder.DropTable(
                name: "outbox_letter");

            migrationBuilder.DropTable(
                name: "parents_notice");

            migrationBuilder.DropTable(
                name: "protection_key");

            migrationBuilder.DropTable(
                name: "receipt");

            migrationBuilder.DropTable(
                name: "referral");

            migrationBuilder.DropTable(
                name: "relation");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "support");

            migrationBuilder.DropTable(
                name: "technical_task");

            migrationBuilder.DropTable(
                name: "term_date");

            migrationBuilder.DropTable(
                name: "welfare_beside");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "organisation");
        }
    }
}
