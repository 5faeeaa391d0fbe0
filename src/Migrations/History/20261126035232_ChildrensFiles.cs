using System;
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "child_fact");

            migrationBuilder.DropTable(
                name: "child_file");

            migrationBuilder.DropTable(
                name: "child_kept_from");
        }
    }
}
