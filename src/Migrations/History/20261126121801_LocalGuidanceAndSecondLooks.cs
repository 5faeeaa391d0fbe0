using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class LocalGuidanceAndSecondLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "finished_by_name",
                table: "request_part");

            migrationBuilder.AddColumn<string>(
                name: "year_group",
                table: "sanction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ask_again_on",
                table: "referral",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "local",
                table: "flow_edition",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "local_draft",
                columns: table => new
                {
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    flow = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_local_draft", x => new { x.org, x.flow });
                });

            migrationBuilder.CreateTable(
                name: "local_edition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    flow = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    flow_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    why_weaker = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_local_edition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_look",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_look", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_local_edition_org_flow_number",
                table: "local_edition",
                columns: new[] { "org", "flow", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_look_part_id_identity",
                table: "request_look",
                columns: new[] { "part_id", "identity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_look_request_id",
                table: "request_look",
                column: "request_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "local_draft");

            migrationBuilder.DropTable(
                name: "local_edition");

            migrationBuilder.DropTable(
                name: "request_look");

            migrationBuilder.DropColumn(
                name: "year_group",
                table: "sanction");

            migrationBuilder.DropColumn(
                name: "ask_again_on",
                table: "referral");

            migrationBuilder.DropColumn(
                name: "local",
                table: "flow_edition");

            migrationBuilder.AddColumn<string>(
                name: "finished_by_name",
                table: "request_part",
                type: "character varying(220)",
                maxLength: 220,
                nullable: true);
        }
    }
}
