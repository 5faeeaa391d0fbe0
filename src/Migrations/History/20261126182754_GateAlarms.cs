using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class GateAlarms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "looked_at",
                table: "gate_place",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gate_alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    gateway = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    door = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    said = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lost = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_alarm", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_gate_alarm_org_ended_at",
                table: "gate_alarm",
                columns: new[] { "org", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_gate_alarm_org_kind_gateway_door",
                table: "gate_alarm",
                columns: new[] { "org", "kind", "gateway", "door" },
                unique: true,
                filter: "ended_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gate_alarm");

            migrationBuilder.DropColumn(
                name: "looked_at",
                table: "gate_place");
        }
    }
}
