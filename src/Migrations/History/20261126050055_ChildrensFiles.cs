using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class ChildrensFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "child_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    sum = table.Column<byte[]>(type: "bytea", nullable: false),
                    about_an_adult = table.Column<bool>(type: "boolean", nullable: false),
                    barred = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_fact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    wrong_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_fact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_kept_from",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_kept_from", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "chronology_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    chosen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: true),
                    plan = table.Column<byte[]>(type: "bytea", nullable: true),
                    answers = table.Column<byte[]>(type: "bytea", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chronology_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "file_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "file_transfer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    package = table.Column<byte[]>(type: "bytea", nullable: true),
                    package_sum = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    made_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_transfer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "received_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    package = table.Column<Guid>(type: "uuid", nullable: false),
                    from_school = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    receipt = table.Column<byte[]>(type: "bytea", nullable: true),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_file", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_child_entry_file_id_sum",
                table: "child_entry",
                columns: new[] { "file_id", "sum" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_fact_file_id",
                table: "child_fact",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_file_org_person_id",
                table: "child_file",
                columns: new[] { "org", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_file_reference",
                table: "child_file",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_kept_from_file_id_identity_id",
                table: "child_kept_from",
                columns: new[] { "file_id", "identity_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chronology_import_org_chosen_at",
                table: "chronology_import",
                columns: new[] { "org", "chosen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_chronology_import_reference",
                table: "chronology_import",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chronology_import_state",
                table: "chronology_import",
                column: "state",
                filter: "state in ('Waiting', 'Previewed', 'Confirmed')");

            migrationBuilder.CreateIndex(
                name: "ix_file_key_school",
                table: "file_key",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "ix_file_transfer_file_id",
                table: "file_transfer",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_file_transfer_open",
                table: "file_transfer",
                column: "file_id",
                unique: true,
                filter: "state in ('Open', 'Made')");

            migrationBuilder.CreateIndex(
                name: "ix_received_file_org_opened_at",
                table: "received_file",
                columns: new[] { "org", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_received_file_reference",
                table: "received_file",
                column: "reference",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "child_entry");

            migrationBuilder.DropTable(
                name: "child_fact");

            migrationBuilder.DropTable(
                name: "child_file");

            migrationBuilder.DropTable(
                name: "child_kept_from");

            migrationBuilder.DropTable(
                name: "chronology_import");

            migrationBuilder.DropTable(
                name: "file_key");

            migrationBuilder.DropTable(
                name: "file_transfer");

            migrationBuilder.DropTable(
                name: "received_file");
        }
    }
}
