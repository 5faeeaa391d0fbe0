using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class WhatIsKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_longer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_longer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "legal_hold",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    placed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_hold", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    about = table.Column<Guid>(type: "uuid", nullable: false),
                    about_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    identity_checked = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    extended_why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    answered_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    taken_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "purge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    days_waited = table.Column<int>(type: "integer", nullable: false),
                    day_counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_key = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heading = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    ground = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    desk = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    desk_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_part", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_rule",
                columns: table => new
                {
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    years = table.Column<int>(type: "integer", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rule", x => new { x.org, x.@class });
                });

            migrationBuilder.CreateTable(
                name: "tombstone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmed_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tombstone", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_kept_longer_record_id",
                table: "kept_longer",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_hold_record_id",
                table: "legal_hold",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_request_org_received_on",
                table: "person_request",
                columns: new[] { "org", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_person_request_reference",
                table: "person_request",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_purge_record_id",
                table: "purge",
                column: "record_id",
                unique: true,
                filter: "stopped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_purge_reference",
                table: "purge",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_entry_record_id",
                table: "request_entry",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_entry_request_id_entry_key",
                table: "request_entry",
                columns: new[] { "request_id", "entry_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_part_request_id_desk",
                table: "request_part",
                columns: new[] { "request_id", "desk" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tombstone_org_erased_at",
                table: "tombstone",
                columns: new[] { "org", "erased_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_longer");

            migrationBuilder.DropTable(
                name: "legal_hold");

            migrationBuilder.DropTable(
                name: "person_request");

            migrationBuilder.DropTable(
                name: "purge");

            migrationBuilder.DropTable(
                name: "request_entry");

            migrationBuilder.DropTable(
                name: "request_part");

            migrationBuilder.DropTable(
                name: "retention_rule");

            migrationBuilder.DropTable(
                name: "tombstone");
        }
    }
}
