using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class Chronologies : Migration
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

            migrationBuilder.CreateIndex(
                name: "ix_child_entry_file_id_sum",
                table: "child_entry",
                columns: new[] { "file_id", "sum" },
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "child_entry");

            migrationBuilder.DropTable(
                name: "chronology_import");
        }
    }
}
