using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class Custody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "confiscation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    pupil_name = table.Column<string>(type: "text", nullable: false),
                    pupil_identity = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reason_words = table.Column<string>(type: "text", nullable: true),
                    kept_where = table.Column<string>(type: "text", nullable: false),
                    at_office = table.Column<bool>(type: "boolean", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    barred = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    told_who = table.Column<string>(type: "text", nullable: true),
                    told_how = table.Column<string>(type: "text", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_by_name = table.Column<string>(type: "text", nullable: true),
                    given_back_to_parent = table.Column<bool>(type: "boolean", nullable: true),
                    given_back_received_by = table.Column<string>(type: "text", nullable: true),
                    given_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_back_by_name = table.Column<string>(type: "text", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confiscation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    log_in = table.Column<string>(type: "text", nullable: true),
                    how = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_access", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_handover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    police_reference = table.Column<string>(type: "text", nullable: true),
                    stored_where = table.Column<string>(type: "text", nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_handover", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    search_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: true),
                    belonging = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: true),
                    owner_identity = table.Column<Guid>(type: "uuid", nullable: true),
                    found_where = table.Column<string>(type: "text", nullable: false),
                    secured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    secured_by = table.Column<string>(type: "text", nullable: false),
                    sealed_how = table.Column<string>(type: "text", nullable: false),
                    police_said = table.Column<string>(type: "text", nullable: true),
                    taken_in_by = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_in_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    taken_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    barred = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    stored_where = table.Column<string>(type: "text", nullable: false),
                    held_by = table.Column<string>(type: "text", nullable: false),
                    safety_safe_to_stop = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    safety_leaves_child_exposed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    safety_by = table.Column<string>(type: "text", nullable: true),
                    safety_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    isolation_by = table.Column<string>(type: "text", nullable: true),
                    isolation_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    isolation_how = table.Column<string>(type: "text", nullable: true),
                    offence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    offence_because = table.Column<string>(type: "text", nullable: true),
                    advice_officer = table.Column<string>(type: "text", nullable: true),
                    advice_police_reference = table.Column<string>(type: "text", nullable: true),
                    advice_may_be_released = table.Column<bool>(type: "boolean", nullable: true),
                    advice_says = table.Column<string>(type: "text", nullable: true),
                    advice_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    advice_by_name = table.Column<string>(type: "text", nullable: true),
                    ending_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ending_to = table.Column<string>(type: "text", nullable: true),
                    ending_how = table.Column<string>(type: "text", nullable: true),
                    ending_police_reference = table.Column<string>(type: "text", nullable: true),
                    ending_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    period = table.Column<string>(type: "text", nullable: true),
                    requested_from = table.Column<string>(type: "text", nullable: true),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    of_adult = table.Column<bool>(type: "boolean", nullable: false),
                    police_said = table.Column<string>(type: "text", nullable: true),
                    offence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    safety_safe_to_stop = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    safety_leaves_child_exposed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    safety_by = table.Column<string>(type: "text", nullable: true),
                    safety_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    barred = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    done_said = table.Column<string>(type: "text", nullable: true),
                    done_kept_where = table.Column<string>(type: "text", nullable: true),
                    done_kept_until = table.Column<DateOnly>(type: "date", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by_name = table.Column<string>(type: "text", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "device_search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confiscation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    device = table.Column<string>(type: "text", nullable: false),
                    pupil_name = table.Column<string>(type: "text", nullable: false),
                    pupil_identity = table.Column<Guid>(type: "uuid", nullable: true),
                    grounds = table.Column<List<string>>(type: "text[]", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    searched_by = table.Column<Guid>(type: "uuid", nullable: false),
                    searched_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    present = table.Column<string>(type: "text", nullable: false),
                    searched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    examined = table.Column<string>(type: "text", nullable: false),
                    found = table.Column<string>(type: "text", nullable: false),
                    possible_offence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    guidance = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    barred = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    decision_deletes = table.Column<bool>(type: "boolean", nullable: true),
                    decision_keeps_for_discipline = table.Column<bool>(type: "boolean", nullable: true),
                    decision_keeps_as_evidence = table.Column<bool>(type: "boolean", nullable: true),
                    decision_tells_police = table.Column<bool>(type: "boolean", nullable: true),
                    decision_because = table.Column<string>(type: "text", nullable: true),
                    decision_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_by_name = table.Column<string>(type: "text", nullable: true),
                    decision_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    second_agrees = table.Column<bool>(type: "boolean", nullable: true),
                    second_because = table.Column<string>(type: "text", nullable: true),
                    second_by = table.Column<Guid>(type: "uuid", nullable: true),
                    second_by_name = table.Column<string>(type: "text", nullable: true),
                    second_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_who = table.Column<string>(type: "text", nullable: true),
                    told_how = table.Column<string>(type: "text", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_by_name = table.Column<string>(type: "text", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_search", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "nominated_searcher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    training = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nominated_searcher", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_confiscation_org_taken_at",
                table: "confiscation",
                columns: new[] { "org", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "ix_confiscation_reference",
                table: "confiscation",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_confiscation_taken_by",
                table: "confiscation",
                column: "taken_by");

            migrationBuilder.CreateIndex(
                name: "ix_custody_access_item_id",
                table: "custody_access",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_custody_handover_item_id",
                table: "custody_handover",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_custody_item_org_taken_in_at",
                table: "custody_item",
                columns: new[] { "org", "taken_in_at" });

            migrationBuilder.CreateIndex(
                name: "ix_custody_item_record_id",
                table: "custody_item",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_custody_item_reference",
                table: "custody_item",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custody_order_org_asked_at",
                table: "custody_order",
                columns: new[] { "org", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_custody_order_record_id",
                table: "custody_order",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_custody_order_reference",
                table: "custody_order",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_search_confiscation_id",
                table: "device_search",
                column: "confiscation_id");

            migrationBuilder.CreateIndex(
                name: "ix_device_search_org_searched_at",
                table: "device_search",
                columns: new[] { "org", "searched_at" });

            migrationBuilder.CreateIndex(
                name: "ix_device_search_record_id",
                table: "device_search",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_device_search_reference",
                table: "device_search",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nominated_searcher_org_identity_id",
                table: "nominated_searcher",
                columns: new[] { "org", "identity_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "confiscation");

            migrationBuilder.DropTable(
                name: "custody_access");

            migrationBuilder.DropTable(
                name: "custody_handover");

            migrationBuilder.DropTable(
                name: "custody_item");

            migrationBuilder.DropTable(
                name: "custody_order");

            migrationBuilder.DropTable(
                name: "device_search");

            migrationBuilder.DropTable(
                name: "nominated_searcher");
        }
    }
}
