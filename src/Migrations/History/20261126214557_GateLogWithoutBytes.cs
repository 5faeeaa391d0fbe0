using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class GateLogWithoutBytes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_gate_person_day_org_day",
                table: "gate_person_day");

            migrationBuilder.DropColumn(
                name: "bytes",
                table: "gate_person_day");

            migrationBuilder.DropColumn(
                name: "bytes",
                table: "gate_category_day");

            migrationBuilder.CreateIndex(
                name: "ix_gate_person_day_org_day",
                table: "gate_person_day",
                columns: new[] { "org", "day" })
                .Annotation("Npgsql:IndexInclude", new[] { "person", "requests", "refused" });

            // Made beside the walls, after the migrations: a new database has none yet. Days lose the column with their parent.
            migrationBuilder.Sql("alter table if exists gate_request drop column if exists bytes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_gate_person_day_org_day",
                table: "gate_person_day");

            migrationBuilder.AddColumn<long>(
                name: "bytes",
                table: "gate_person_day",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "bytes",
                table: "gate_category_day",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "ix_gate_person_day_org_day",
                table: "gate_person_day",
                columns: new[] { "org", "day" })
                .Annotation("Npgsql:IndexInclude", new[] { "person", "requests", "refused", "bytes" });

            migrationBuilder.Sql("alter table if exists gate_request add column if not exists bytes int not null default 0");
        }
    }
}
