using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class Conduct : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<string>>(
                name: "held",
                table: "run",
                type: "text[]",
                nullable: false);

            migrationBuilder.AddColumn<List<string>>(
                name: "must_not",
                table: "run",
                type: "text[]",
                nullable: false);

            migrationBuilder.AddColumn<string>(
                name: "although",
                table: "parents_notice",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "conduct_matrix",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conduct_matrix", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sanction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    involvement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    category = table.Column<string>(type: "text", nullable: false),
                    category_title = table.Column<string>(type: "text", nullable: false),
                    matrix_number = table.Column<int>(type: "integer", nullable: false),
                    options = table.Column<List<string>>(type: "text[]", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    proportion = table.Column<string>(type: "text", nullable: false),
                    needs = table.Column<string>(type: "text", nullable: false),
                    for_the_harmed = table.Column<string>(type: "text", nullable: true),
                    internet_until = table.Column<DateOnly>(type: "date", nullable: true),
                    parents_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_back_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sanction", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conduct_matrix_org_number",
                table: "conduct_matrix",
                columns: new[] { "org", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sanction_incident_id",
                table: "sanction",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_sanction_person_id",
                table: "sanction",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conduct_matrix");

            migrationBuilder.DropTable(
                name: "sanction");

            migrationBuilder.DropColumn(
                name: "held",
                table: "run");

            migrationBuilder.DropColumn(
                name: "must_not",
                table: "run");

            migrationBuilder.DropColumn(
                name: "although",
                table: "parents_notice");
        }
    }
}
