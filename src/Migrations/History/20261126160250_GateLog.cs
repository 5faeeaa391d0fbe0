using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class GateLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gate_asker",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<int>(type: "integer", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false),
                    is_sure = table.Column<bool>(type: "boolean", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    gateway = table.Column<string>(type: "text", nullable: false),
                    used_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_asker", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gate_category",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_category", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gate_category_day",
                columns: table => new
                {
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    requests = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_category_day", x => new { x.org, x.day, x.category, x.action });
                });

            migrationBuilder.CreateTable(
                name: "gate_decision",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gate_host",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    used_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_host", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gate_person",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "gate_person_day",
                columns: table => new
                {
                    person = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    requests = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    detail = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_person_day", x => new { x.person, x.day });
                });

            migrationBuilder.CreateTable(
                name: "gate_place",
                columns: table => new
                {
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<short>(type: "smallint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_place", x => x.org);
                });

            migrationBuilder.CreateTable(
                name: "gate_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    gateway = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    lost = table.Column<long>(type: "bigint", nullable: false),
                    took = table.Column<long>(type: "bigint", nullable: false),
                    slowest = table.Column<int>(type: "integer", nullable: false),
                    out_of_time = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_segment", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_gate_asker_org_person_client_is_sure_level_gateway",
                table: "gate_asker",
                columns: new[] { "org", "person", "client", "is_sure", "level", "gateway" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gate_category_org_name",
                table: "gate_category",
                columns: new[] { "org", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gate_decision_org_category_action_reason_list_rule",
                table: "gate_decision",
                columns: new[] { "org", "category", "action", "reason", "list", "rule" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gate_host_org_name",
                table: "gate_host",
                columns: new[] { "org", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gate_person_org_name",
                table: "gate_person",
                columns: new[] { "org", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gate_person_day_org_day",
                table: "gate_person_day",
                columns: new[] { "org", "day" })
                .Annotation("Npgsql:IndexInclude", new[] { "person", "requests", "refused", "bytes" });

            migrationBuilder.CreateIndex(
                name: "ix_gate_place_number",
                table: "gate_place",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gate_segment_org_made_at",
                table: "gate_segment",
                columns: new[] { "org", "made_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gate_asker");

            migrationBuilder.DropTable(
                name: "gate_category");

            migrationBuilder.DropTable(
                name: "gate_category_day");

            migrationBuilder.DropTable(
                name: "gate_decision");

            migrationBuilder.DropTable(
                name: "gate_host");

            migrationBuilder.DropTable(
                name: "gate_person");

            migrationBuilder.DropTable(
                name: "gate_person_day");

            migrationBuilder.DropTable(
                name: "gate_place");

            migrationBuilder.DropTable(
                name: "gate_segment");
        }
    }
}
