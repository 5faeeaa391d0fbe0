using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class PeopleAndSchools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "reference",
                table: "person",
                type: "uuid",
                nullable: false,
                // Those who are here already get a random name too.
                defaultValueSql: "gen_random_uuid()");

            migrationBuilder.AddColumn<int>(
                name: "highest_age",
                table: "organisation",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "local_authority",
                table: "organisation",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "lowest_age",
                table: "organisation",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "urn",
                table: "organisation",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "appointed_by",
                table: "appointment",
                type: "character varying(600)",
                maxLength: 600,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "covers_for",
                table: "appointment",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "role_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    appointed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    covers_for = table.Column<Guid>(type: "uuid", nullable: true),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_proposal", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_proposal_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_reference",
                table: "person",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_proposal_org_answer",
                table: "role_proposal",
                columns: new[] { "org", "answer" });

            migrationBuilder.CreateIndex(
                name: "ix_role_proposal_person_id_role",
                table: "role_proposal",
                columns: new[] { "person_id", "role" },
                unique: true,
                filter: "answer = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "role_proposal");

            migrationBuilder.DropIndex(
                name: "ix_person_reference",
                table: "person");

            migrationBuilder.DropColumn(
                name: "reference",
                table: "person");

            migrationBuilder.DropColumn(
                name: "highest_age",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "local_authority",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "lowest_age",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "urn",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "covers_for",
                table: "appointment");

            migrationBuilder.AlterColumn<string>(
                name: "appointed_by",
                table: "appointment",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(600)",
                oldMaxLength: 600,
                oldNullable: true);
        }
    }
}
