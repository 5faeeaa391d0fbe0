using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class RequestLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "finished_by_name",
                table: "request_part");

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
                name: "request_look");

            migrationBuilder.AddColumn<string>(
                name: "finished_by_name",
                table: "request_part",
                type: "character varying(220)",
                maxLength: 220,
                nullable: true);
        }
    }
}
