using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class PeopleImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "identity_before",
                table: "account",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    replaced_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    moved = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_merge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    into = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    school = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    chosen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    leavers_confirmed = table.Column<int>(type: "integer", nullable: true),
                    doing = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    of = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_import", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_identity_merge_org_merged_at",
                table: "identity_merge",
                columns: new[] { "org", "merged_at" });

            migrationBuilder.CreateIndex(
                name: "ix_people_import_org_chosen_at",
                table: "people_import",
                columns: new[] { "org", "chosen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_people_import_reference",
                table: "people_import",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_import_state",
                table: "people_import",
                column: "state",
                filter: "state in ('Waiting', 'Previewed', 'Confirmed')");

            // Office staff keep the people from now on. What a file made of another system's administrators is less: they are support staff.
            migrationBuilder.Sql("""
                select set_config('lg.orgs', (select '{' || string_agg(id::text, ',') || '}' from organisation), true);
                update appointment set role = 'SupportStaff' where role = 'OfficeStaff' and appointed_by = 'Roster';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_merge");

            migrationBuilder.DropTable(
                name: "people_import");

            migrationBuilder.DropColumn(
                name: "identity_before",
                table: "account");
        }
    }
}
