using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Loket.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "areas",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    inhabitants = table.Column<int>(type: "INTEGER", nullable: true),
                    x = table.Column<double>(type: "REAL", nullable: true),
                    y = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_areas", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "bulk_acts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    hours = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    phone_hours = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    exceptions = table.Column<string>(type: "TEXT", nullable: false),
                    holidays = table.Column<string>(type: "TEXT", nullable: false),
                    liberation_day_in_lustrum_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "callback_acts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_callback_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_type_drafts",
                columns: table => new
                {
                    type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_type_drafts", x => x.type);
                });

            migrationBuilder.CreateTable(
                name: "case_type_versions",
                columns: table => new
                {
                    type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    live_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_type_versions", x => new { x.type, x.number });
                });

            migrationBuilder.CreateTable(
                name: "customers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    merged_into = table.Column<byte[]>(type: "BLOB", nullable: true),
                    root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_folded = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    address_secret_until = table.Column<long>(type: "INTEGER", nullable: true),
                    deceased_at = table.Column<long>(type: "INTEGER", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_customers_merged_into",
                        column: x => x.merged_into,
                        principalTable: "customers",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "desks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    hours = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    opening_text_nl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    opening_text_en = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "destruction_lists",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sensitive_group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    proposed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    contacts = table.Column<int>(type: "INTEGER", nullable: false),
                    customers = table.Column<int>(type: "INTEGER", nullable: false),
                    messages = table.Column<int>(type: "INTEGER", nullable: false),
                    files = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destruction_lists", x => x.id);
                    table.CheckConstraint("ck_destruction_lists_two", "(state NOT IN ('Approved', 'Done') OR approved_by IS NOT NULL) AND (approved_by IS NULL OR (proposed_by IS NOT NULL AND approved_by <> proposed_by))");
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    thumbnail_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    confidentiality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_codes",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_codes", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "follow_tries",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    wait_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_tries", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "intake_drafts",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_drafts", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    once = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ready_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    who_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    who_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    personal_digest = table.Column<byte[]>(type: "BLOB", nullable: true),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_personal",
                columns: table => new
                {
                    entry_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_personal", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "journal_seals",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    chain = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_seals", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "journal_subjects",
                columns: table => new
                {
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_subjects", x => new { x.subject_id, x.at, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "journal_unsealed",
                columns: table => new
                {
                    entry_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_unsealed", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "known_devices",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_devices", x => new { x.staff_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "message_templates",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    @short = table.Column<string>(name: "short", type: "TEXT", maxLength: 1000, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    address_is_secret = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    @short = table.Column<string>(name: "short", type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    secrets = table.Column<byte[]>(type: "BLOB", nullable: true),
                    event_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel_attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    participant_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    partner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sensitive_group = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    trying_since = table.Column<long>(type: "INTEGER", nullable: true),
                    wire_id = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    maybe_twice = table.Column<bool>(type: "INTEGER", nullable: false),
                    stayed_inside = table.Column<bool>(type: "INTEGER", nullable: false),
                    failure_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    failure_text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "on_call_duties",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_on_call_duties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opened_things",
                columns: table => new
                {
                    reader = table.Column<byte[]>(type: "BLOB", nullable: false),
                    thing = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    worked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_things", x => new { x.reader, x.thing });
                });

            migrationBuilder.CreateTable(
                name: "partners",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    norm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    norm_amount = table.Column<int>(type: "INTEGER", nullable: false),
                    sharing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    pictures_go_along = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portfolios",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portfolios", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provider_tickets_spent",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_tickets_spent", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => new { x.staff_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    scope = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requests", x => new { x.scope, x.key });
                });

            migrationBuilder.CreateTable(
                name: "routing_rules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    case_type = table.Column<string>(type: "TEXT", nullable: true),
                    group = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    asset_owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    danger = table.Column<bool>(type: "INTEGER", nullable: true),
                    time = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: true),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    question = table.Column<string>(type: "TEXT", nullable: true),
                    active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_routing_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    handler = table.Column<byte[]>(type: "BLOB", nullable: true),
                    unassigned = table.Column<bool>(type: "INTEGER", nullable: false),
                    due = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    danger = table.Column<bool>(type: "INTEGER", nullable: false),
                    sort = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                    table.CheckConstraint("ck_saved_views_whose", "(owner IS NULL) <> (team IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "seen_things",
                columns: table => new
                {
                    during = table.Column<byte[]>(type: "BLOB", nullable: false),
                    thing = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_things", x => new { x.during, x.thing });
                });

            migrationBuilder.CreateTable(
                name: "selection_entries",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    nomination = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    years = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_entries", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_back_offs",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_back_offs", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    sign_in_name = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    expertise = table.Column<string>(type: "TEXT", nullable: false),
                    find_words = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    presence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    away_until = table.Column<long>(type: "INTEGER", nullable: true),
                    hours = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    deputy_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    personal_data_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    wants_digest = table.Column<bool>(type: "INTEGER", nullable: false),
                    without_keys = table.Column<bool>(type: "INTEGER", nullable: false),
                    bound_areas = table.Column<string>(type: "TEXT", nullable: false),
                    bound_within = table.Column<string>(type: "TEXT", nullable: false),
                    bound_types = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standing_stamp",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_stamp", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tenant_profile",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reference_prefix = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    base_address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenant_profile", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "text_modules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    dutch = table.Column<string>(type: "TEXT", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: true),
                    case_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_text_modules", x => x.id);
                    table.CheckConstraint("ck_text_modules_whose", "owner IS NULL OR team IS NULL");
                });

            migrationBuilder.CreateTable(
                name: "virtual_colleagues",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    looked_at = table.Column<int>(type: "INTEGER", nullable: false),
                    fits = table.Column<int>(type: "INTEGER", nullable: false),
                    on_since = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_virtual_colleagues", x => x.id);
                    table.CheckConstraint("ck_virtual_colleagues_on", "(state = 'On') = (on_since IS NOT NULL)");
                    table.CheckConstraint("ck_virtual_colleagues_tried", "state = 'Draft' OR tried_at IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "assets",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    street = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    street_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    x = table.Column<double>(type: "REAL", nullable: false),
                    y = table.Column<double>(type: "REAL", nullable: false),
                    cell = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    contractor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    feeder = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets", x => x.id);
                    table.ForeignKey(
                        name: "fk_assets_areas_area",
                        column: x => x.area,
                        principalTable: "areas",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "streets",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    town = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    town_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_streets", x => x.id);
                    table.ForeignKey(
                        name: "fk_streets_areas_area",
                        column: x => x.area,
                        principalTable: "areas",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_types",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    confidentiality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sensitive_group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    norm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    norm_amount = table.Column<int>(type: "INTEGER", nullable: false),
                    formal_paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_types", x => x.key);
                    table.ForeignKey(
                        name: "fk_case_types_case_type_versions_key_number",
                        columns: x => new { x.key, x.number },
                        principalTable: "case_type_versions",
                        principalColumns: new[] { "type", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_on = table.Column<int>(type: "INTEGER", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    representative_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    assistance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    assisted_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    reply_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_contacts_customer_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_contacts_customer_representative_id",
                        column: x => x.representative_id,
                        principalTable: "customers",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "customer_numbers",
                columns: table => new
                {
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sealed_under = table.Column<int>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    for_case = table.Column<bool>(type: "INTEGER", nullable: false),
                    kept_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_numbers", x => x.customer_id);
                    table.ForeignKey(
                        name: "fk_customer_numbers_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_preferences",
                columns: table => new
                {
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    desk = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_preferences", x => new { x.customer_id, x.kind });
                    table.ForeignKey(
                        name: "fk_customer_preferences_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_warnings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    placed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    passes_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_warnings", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_warnings_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_words",
                columns: table => new
                {
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_words", x => new { x.word, x.customer_id });
                    table.ForeignKey(
                        name: "fk_customer_words_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "representations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    representative_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    named_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    named_at = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    passes_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representations", x => x.id);
                    table.CheckConstraint("ck_representations_of_another", "customer_id <> representative_id");
                    table.ForeignKey(
                        name: "fk_representations_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_representations_customers_representative_id",
                        column: x => x.representative_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_clients",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rights = table.Column<string>(type: "TEXT", nullable: false),
                    groups = table.Column<string>(type: "TEXT", nullable: false),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_clients", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_clients_partner_partner",
                        column: x => x.partner,
                        principalTable: "partners",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "partner_people",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    partner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_partner_people_partners_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    code_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    code_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_code_step = table.Column<long>(type: "INTEGER", nullable: false),
                    start_code = table.Column<byte[]>(type: "BLOB", nullable: true),
                    start_code_until = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.staff_id);
                    table.ForeignKey(
                        name: "fk_accounts_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    thing = table.Column<byte[]>(type: "BLOB", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    form_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    stamp = table.Column<byte[]>(type: "BLOB", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.staff_id, x.place, x.thing, x.form });
                    table.ForeignKey(
                        name: "fk_drafts_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_accesses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reviewed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_accesses", x => x.id);
                    table.CheckConstraint("ck_emergency_accesses_review", "(verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)");
                    table.CheckConstraint("ck_emergency_accesses_reviewer", "reviewed_by IS NULL OR reviewed_by <> staff");
                    table.ForeignKey(
                        name: "fk_emergency_accesses_staff_reviewed_by",
                        column: x => x.reviewed_by,
                        principalTable: "staff",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_emergency_accesses_staff_staff",
                        column: x => x.staff,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => x.hash);
                    table.ForeignKey(
                        name: "fk_kept_forms_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "on_call_turns",
                columns: table => new
                {
                    duty_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_on_call_turns", x => new { x.duty_id, x.place });
                    table.ForeignKey(
                        name: "fk_on_call_turns_on_call_duties_duty_id",
                        column: x => x.duty_id,
                        principalTable: "on_call_duties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_on_call_turns_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    credential = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signs = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "fk_passkeys_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provider_links",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    refused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_links", x => new { x.issuer, x.subject });
                    table.ForeignKey(
                        name: "fk_provider_links_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    browser = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    platform = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    provider_session = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    proven_at = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.hash);
                    table.ForeignKey(
                        name: "fk_sessions_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    find_words = table.Column<string>(type: "TEXT", nullable: false),
                    lead_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    chat_webhook = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    groups = table.Column<string>(type: "TEXT", nullable: false),
                    areas = table.Column<string>(type: "TEXT", nullable: false),
                    bound_areas = table.Column<string>(type: "TEXT", nullable: false),
                    bound_within = table.Column<string>(type: "TEXT", nullable: false),
                    bound_types = table.Column<string>(type: "TEXT", nullable: false),
                    is_bounded = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                    table.ForeignKey(
                        name: "fk_teams_staff_lead_id",
                        column: x => x.lead_id,
                        principalTable: "staff",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "addresses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    street_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    letter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    addition = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    postcode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    x = table.Column<double>(type: "REAL", nullable: true),
                    y = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_addresses_areas_area",
                        column: x => x.area,
                        principalTable: "areas",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_addresses_street_street_id",
                        column: x => x.street_id,
                        principalTable: "streets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    meaning_nl = table.Column<string>(type: "TEXT", nullable: false),
                    meaning_en = table.Column<string>(type: "TEXT", nullable: false),
                    case_type = table.Column<string>(type: "TEXT", nullable: false),
                    norm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    norm_amount = table.Column<int>(type: "INTEGER", nullable: true),
                    portfolio = table.Column<string>(type: "TEXT", nullable: true),
                    repeat_radius = table.Column<int>(type: "INTEGER", nullable: false),
                    danger = table.Column<bool>(type: "INTEGER", nullable: false),
                    danger_words = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.key);
                    table.ForeignKey(
                        name: "fk_categories_case_types_case_type",
                        column: x => x.case_type,
                        principalTable: "case_types",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matters",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    category_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sensitive_group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    case_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    case_area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    formal_paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    proposed_paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome_text = table.Column<string>(type: "TEXT", nullable: true),
                    forwarded_to = table.Column<byte[]>(type: "BLOB", nullable: true),
                    pin_hash = table.Column<string>(type: "TEXT", nullable: true),
                    letter_pin_hash = table.Column<string>(type: "TEXT", nullable: true),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true),
                    place_address = table.Column<string>(type: "TEXT", nullable: true),
                    place_area = table.Column<string>(type: "TEXT", nullable: true),
                    place_asset = table.Column<string>(type: "TEXT", nullable: true),
                    place_asset_owner = table.Column<string>(type: "TEXT", nullable: true),
                    place_text = table.Column<string>(type: "TEXT", nullable: true),
                    place_x = table.Column<double>(type: "REAL", nullable: true),
                    place_y = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matters", x => x.id);
                    table.ForeignKey(
                        name: "fk_matters_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "client_tokens",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_tokens", x => x.hash);
                    table.ForeignKey(
                        name: "fk_client_tokens_api_clients_client",
                        column: x => x.client,
                        principalTable: "api_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_provider = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.staff_id, x.team_id });
                    table.ForeignKey(
                        name: "fk_team_members_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_members_team_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    type_version = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    confidentiality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sensitive_group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    cell = table.Column<long>(type: "INTEGER", nullable: true),
                    danger = table.Column<bool>(type: "INTEGER", nullable: false),
                    proposed_paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team_since = table.Column<long>(type: "INTEGER", nullable: true),
                    handler = table.Column<byte[]>(type: "BLOB", nullable: true),
                    given_at = table.Column<long>(type: "INTEGER", nullable: true),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    triage_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    norm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    norm_amount = table.Column<int>(type: "INTEGER", nullable: false),
                    clock_started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    deadline_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sort_at = table.Column<long>(type: "INTEGER", nullable: false),
                    deadline_steps = table.Column<string>(type: "TEXT", nullable: true),
                    watched_from = table.Column<long>(type: "INTEGER", nullable: false),
                    suspended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    escalation_step = table.Column<int>(type: "INTEGER", nullable: false),
                    escalated_to = table.Column<string>(type: "TEXT", nullable: false),
                    last_contact_at = table.Column<long>(type: "INTEGER", nullable: false),
                    urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    urgency_told = table.Column<int>(type: "INTEGER", nullable: false),
                    wrote_at = table.Column<long>(type: "INTEGER", nullable: true),
                    snoozed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    snooze_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    solved = table.Column<bool>(type: "INTEGER", nullable: true),
                    kept_until = table.Column<int>(type: "INTEGER", nullable: true),
                    nomination = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    kept_by = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    destroyed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    merged_into = table.Column<byte[]>(type: "BLOB", nullable: true),
                    status_before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    partner_before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    place_address = table.Column<string>(type: "TEXT", nullable: true),
                    place_area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    place_asset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    place_asset_owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    place_text = table.Column<string>(type: "TEXT", nullable: true),
                    place_x = table.Column<double>(type: "REAL", nullable: true),
                    place_y = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_cases_destroyed", "destroyed_at IS NULL OR (status = 'Closed' AND subject = '' AND handler IS NULL)");
                    table.CheckConstraint("ck_cases_kept", "(kept_until IS NOT NULL) = (status = 'Closed' AND merged_into IS NULL) AND (kept_until IS NULL) = (nomination IS NULL)");
                    table.CheckConstraint("ck_cases_merged", "merged_into IS NULL OR (status = 'Closed' AND merged_into <> id AND status_before IS NOT NULL)");
                    table.CheckConstraint("ck_cases_snoozed", "(snoozed_until IS NULL) = (snooze_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_cases_case_type_versions_type_type_version",
                        columns: x => new { x.type, x.type_version },
                        principalTable: "case_type_versions",
                        principalColumns: new[] { "type", "number" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_cases_case_types_type",
                        column: x => x.type,
                        principalTable: "case_types",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_cases_cases_merged_into",
                        column: x => x.merged_into,
                        principalTable: "cases",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_cases_categories_category",
                        column: x => x.category,
                        principalTable: "categories",
                        principalColumn: "key");
                });

            migrationBuilder.CreateTable(
                name: "bulk_act_cases",
                columns: table => new
                {
                    act = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version_after = table.Column<int>(type: "INTEGER", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team_since = table.Column<long>(type: "INTEGER", nullable: true),
                    handler = table.Column<byte[]>(type: "BLOB", nullable: true),
                    given_at = table.Column<long>(type: "INTEGER", nullable: true),
                    triage_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    snoozed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    snooze_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_act_cases", x => new { x.act, x.case_id });
                    table.ForeignKey(
                        name: "fk_bulk_act_cases_bulk_acts_act",
                        column: x => x.act,
                        principalTable: "bulk_acts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulk_act_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "callbacks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    customer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_phone_corrected = table.Column<bool>(type: "INTEGER", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    sensitive_group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team_since = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    given_at = table.Column<long>(type: "INTEGER", nullable: true),
                    from_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sort_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    raised = table.Column<int>(type: "INTEGER", nullable: false),
                    in_time = table.Column<bool>(type: "INTEGER", nullable: true),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_callbacks", x => x.id);
                    table.CheckConstraint("ck_callbacks_outcome", "(ended_at IS NULL) = (outcome IS NULL)");
                    table.ForeignKey(
                        name: "fk_callbacks_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "case_holds",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_holds", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_holds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_links",
                columns: table => new
                {
                    first_case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    second_case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_links", x => new { x.first_case, x.second_case });
                    table.CheckConstraint("ck_case_links_two", "first_case <> second_case AND (from_case = first_case OR from_case = second_case)");
                    table.ForeignKey(
                        name: "fk_case_links_cases_first_case",
                        column: x => x.first_case,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_links_cases_second_case",
                        column: x => x.second_case,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_more_time",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    norm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_more_time", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_more_time_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_pauses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    ends = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_pauses_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_presences",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    doing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_presences", x => new { x.case_id, x.staff_id });
                    table.ForeignKey(
                        name: "fk_case_presences_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_tasks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    nl = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    staff = table.Column<byte[]>(type: "BLOB", nullable: true),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_question = table.Column<bool>(type: "INTEGER", nullable: false),
                    before_closing = table.Column<bool>(type: "INTEGER", nullable: false),
                    for_result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    norm_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    norm_amount = table.Column<int>(type: "INTEGER", nullable: false),
                    counted_from = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<bool>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_tasks", x => x.id);
                    table.CheckConstraint("ck_case_tasks_ended", "(state = 'Open') = (ended_at IS NULL)");
                    table.CheckConstraint("ck_case_tasks_skipped", "state <> 'Skipped' OR reason IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_case_tasks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "colleague_runs",
                columns: table => new
                {
                    colleague = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occasion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    acts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colleague_runs", x => new { x.colleague, x.case_id, x.occasion });
                    table.ForeignKey(
                        name: "fk_colleague_runs_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_colleague_runs_virtual_colleagues_colleague",
                        column: x => x.colleague,
                        principalTable: "virtual_colleagues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "danger_calls",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    acknowledged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    acknowledged_by = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_danger_calls", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_danger_calls_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "destruction_items",
                columns: table => new
                {
                    list = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    taken_out_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    fate_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destruction_items", x => new { x.list, x.case_id });
                    table.CheckConstraint("ck_destruction_items_met", "(fate = 'Listed') = (fate_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_destruction_items_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_destruction_items_destruction_lists_list",
                        column: x => x.list,
                        principalTable: "destruction_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "erasure_proposals",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    customer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: true),
                    proposed_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ended_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_proposals", x => x.id);
                    table.CheckConstraint("ck_erasure_proposals_ended", "(outcome IS NULL) = (ended_by IS NULL) AND (outcome IS NULL) = (ended_at IS NULL)");
                    table.CheckConstraint("ck_erasure_proposals_two", "outcome IS NULL OR outcome <> 'Approved' OR ended_by <> proposed_by");
                    table.ForeignKey(
                        name: "fk_erasure_proposals_cases_request",
                        column: x => x.request,
                        principalTable: "cases",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    planned_on = table.Column<int>(type: "INTEGER", nullable: true),
                    job_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    chased = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reminded = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
                    table.ForeignKey(
                        name: "fk_handovers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    merged_from = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    matter = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_participants_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "callback_act_rows",
                columns: table => new
                {
                    act = table.Column<byte[]>(type: "BLOB", nullable: false),
                    callback = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version_after = table.Column<int>(type: "INTEGER", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_callback_act_rows", x => new { x.act, x.callback });
                    table.ForeignKey(
                        name: "fk_callback_act_rows_callback_acts_act",
                        column: x => x.act,
                        principalTable: "callback_acts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_callback_act_rows_callback_request_callback",
                        column: x => x.callback,
                        principalTable: "callbacks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "callback_asks",
                columns: table => new
                {
                    matter = table.Column<byte[]>(type: "BLOB", nullable: false),
                    callback = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_callback_asks", x => new { x.callback, x.matter });
                    table.ForeignKey(
                        name: "fk_callback_asks_callbacks_callback",
                        column: x => x.callback,
                        principalTable: "callbacks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handover_files",
                columns: table => new
                {
                    handover_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_partner = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_files", x => new { x.handover_id, x.number });
                    table.ForeignKey(
                        name: "fk_handover_files_handovers_handover_id",
                        column: x => x.handover_id,
                        principalTable: "handovers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participant_origins",
                columns: table => new
                {
                    participant_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant_origins", x => new { x.participant_id, x.case_id });
                    table.ForeignKey(
                        name: "fk_participant_origins_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_participant_origins_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "standing_stamp",
                columns: new[] { "id", "value" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_addresses_area",
                table: "addresses",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "ix_addresses_postcode_number",
                table: "addresses",
                columns: new[] { "postcode", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_addresses_street_id_number_letter_addition",
                table: "addresses",
                columns: new[] { "street_id", "number", "letter", "addition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_clients_key",
                table: "api_clients",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_clients_partner",
                table: "api_clients",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "ix_assets_area",
                table: "assets",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "ix_assets_cell",
                table: "assets",
                column: "cell");

            migrationBuilder.CreateIndex(
                name: "ix_assets_number_key_kind",
                table: "assets",
                columns: new[] { "number_key", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assets_street_key",
                table: "assets",
                column: "street_key");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_act_cases_case_id",
                table: "bulk_act_cases",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_acts_at",
                table: "bulk_acts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_callback_act_rows_callback",
                table: "callback_act_rows",
                column: "callback");

            migrationBuilder.CreateIndex(
                name: "ix_callback_acts_at",
                table: "callback_acts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_callback_asks_matter",
                table: "callback_asks",
                column: "matter");

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_case_id",
                table: "callbacks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_customer",
                table: "callbacks",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_made_at_team",
                table: "callbacks",
                columns: new[] { "made_at", "team" });

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_owner_sort_at_id",
                table: "callbacks",
                columns: new[] { "owner", "sort_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_phone",
                table: "callbacks",
                column: "phone",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_reference",
                table: "callbacks",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_sort_at_id",
                table: "callbacks",
                columns: new[] { "sort_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_callbacks_team_sort_at_id",
                table: "callbacks",
                columns: new[] { "team", "sort_at", "id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_holds_until",
                table: "case_holds",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_case_links_from_case",
                table: "case_links",
                column: "from_case",
                unique: true,
                filter: "kind = 'Parent'");

            migrationBuilder.CreateIndex(
                name: "ix_case_links_second_case",
                table: "case_links",
                column: "second_case");

            migrationBuilder.CreateIndex(
                name: "ix_case_more_time_case_id",
                table: "case_more_time",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_pauses_case_id",
                table: "case_pauses",
                column: "case_id",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_pauses_case_id_ends",
                table: "case_pauses",
                columns: new[] { "case_id", "ends" });

            migrationBuilder.CreateIndex(
                name: "ix_case_presences_seen_at",
                table: "case_presences",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_case_id_key",
                table: "case_tasks",
                columns: new[] { "case_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_staff_due_at_id",
                table: "case_tasks",
                columns: new[] { "staff", "due_at", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_team_due_at_id",
                table: "case_tasks",
                columns: new[] { "team", "due_at", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_case_types_formal_paper",
                table: "case_types",
                column: "formal_paper",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_types_key_number",
                table: "case_types",
                columns: new[] { "key", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_category_sort_at_id",
                table: "cases",
                columns: new[] { "category", "sort_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_cell_last_contact_at",
                table: "cases",
                columns: new[] { "cell", "last_contact_at" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_handler",
                table: "cases",
                column: "handler",
                filter: "snoozed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_handler_sort_at_id_snoozed_until_sensitive_group_destroyed_at_status",
                table: "cases",
                columns: new[] { "handler", "sort_at", "id", "snoozed_until", "sensitive_group", "destroyed_at", "status" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_id",
                table: "cases",
                column: "id",
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_kept_until_id",
                table: "cases",
                columns: new[] { "kept_until", "id" },
                filter: "kept_until IS NOT NULL AND destroyed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_last_contact_at_id",
                table: "cases",
                columns: new[] { "last_contact_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_merged_into",
                table: "cases",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_partner_sort_at_id",
                table: "cases",
                columns: new[] { "partner", "sort_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_reference",
                table: "cases",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_sort_at_id",
                table: "cases",
                columns: new[] { "sort_at", "id" },
                filter: "danger AND status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_sort_at_id_sensitive_group_destroyed_at_status",
                table: "cases",
                columns: new[] { "sort_at", "id", "sensitive_group", "destroyed_at", "status" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_sort_at_id_sensitive_group_destroyed_at_status1",
                table: "cases",
                columns: new[] { "sort_at", "id", "sensitive_group", "destroyed_at", "status" },
                filter: "status = 'WithPartner'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_sort_at_id_team_triage_reason_sensitive_group_destroyed_at_status",
                table: "cases",
                columns: new[] { "sort_at", "id", "team", "triage_reason", "sensitive_group", "destroyed_at", "status" },
                filter: "triage_reason IS NOT NULL AND status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team",
                table: "cases",
                column: "team",
                filter: "snoozed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team_deadline_at_sensitive_group_destroyed_at_status",
                table: "cases",
                columns: new[] { "team", "deadline_at", "sensitive_group", "destroyed_at", "status" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team_given_at",
                table: "cases",
                columns: new[] { "team", "given_at" },
                filter: "given_at > last_contact_at AND status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team_id",
                table: "cases",
                columns: new[] { "team", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team_last_contact_at_id",
                table: "cases",
                columns: new[] { "team", "last_contact_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team_sort_at_id_snoozed_until_deadline_at_sensitive_group_destroyed_at_status",
                table: "cases",
                columns: new[] { "team", "sort_at", "id", "snoozed_until", "deadline_at", "sensitive_group", "destroyed_at", "status" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_team_team_since",
                table: "cases",
                columns: new[] { "team", "team_since" },
                filter: "team_since > last_contact_at AND status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_type_type_version",
                table: "cases",
                columns: new[] { "type", "type_version" });

            migrationBuilder.CreateIndex(
                name: "ix_categories_case_type",
                table: "categories",
                column: "case_type");

            migrationBuilder.CreateIndex(
                name: "ix_client_tokens_client",
                table: "client_tokens",
                column: "client");

            migrationBuilder.CreateIndex(
                name: "ix_client_tokens_ends_at",
                table: "client_tokens",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_colleague_runs_case_id",
                table: "colleague_runs",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_colleague_runs_colleague_at",
                table: "colleague_runs",
                columns: new[] { "colleague", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_customer_id_at",
                table: "contacts",
                columns: new[] { "customer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_representative_id",
                table: "contacts",
                column: "representative_id",
                filter: "representative_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customer_numbers_digest",
                table: "customer_numbers",
                column: "digest");

            migrationBuilder.CreateIndex(
                name: "ix_customer_numbers_sealed_under",
                table: "customer_numbers",
                column: "sealed_under");

            migrationBuilder.CreateIndex(
                name: "ix_customer_warnings_customer_id_kind",
                table: "customer_warnings",
                columns: new[] { "customer_id", "kind" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customer_words_customer_id_word",
                table: "customer_words",
                columns: new[] { "customer_id", "word" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_email_key",
                table: "customers",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merged_into",
                table: "customers",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_folded",
                table: "customers",
                column: "name_folded");

            migrationBuilder.CreateIndex(
                name: "ix_customers_phone",
                table: "customers",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_customers_root",
                table: "customers",
                column: "root");

            migrationBuilder.CreateIndex(
                name: "ix_desks_key",
                table: "desks",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_destruction_items_case_id",
                table: "destruction_items",
                column: "case_id",
                unique: true,
                filter: "fate = 'Listed'");

            migrationBuilder.CreateIndex(
                name: "ix_destruction_items_list_fate_case_id",
                table: "destruction_items",
                columns: new[] { "list", "fate", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_hash",
                table: "documents",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_documents_subject_id_number",
                table: "documents",
                columns: new[] { "subject_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_thumbnail_hash",
                table: "documents",
                column: "thumbnail_hash");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_saved_at",
                table: "drafts",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_accesses_opened_at",
                table: "emergency_accesses",
                column: "opened_at",
                filter: "verdict IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_accesses_reviewed_by",
                table: "emergency_accesses",
                column: "reviewed_by");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_accesses_staff_subject_ends_at",
                table: "emergency_accesses",
                columns: new[] { "staff", "subject", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_erasure_proposals_customer",
                table: "erasure_proposals",
                column: "customer",
                unique: true,
                filter: "outcome IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_proposals_request",
                table: "erasure_proposals",
                column: "request");

            migrationBuilder.CreateIndex(
                name: "ix_follow_codes_until",
                table: "follow_codes",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_follow_tries_last_at",
                table: "follow_tries",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_handover_files_handover_id_document_id",
                table: "handover_files",
                columns: new[] { "handover_id", "document_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handovers_case_id",
                table: "handovers",
                column: "case_id",
                unique: true,
                filter: "state IN ('Offered', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_case_id_offered_at",
                table: "handovers",
                columns: new[] { "case_id", "offered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_handovers_partner_state_offered_at",
                table: "handovers",
                columns: new[] { "partner", "state", "offered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_intake_drafts_until",
                table: "intake_drafts",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_once",
                table: "jobs",
                column: "once",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jobs_owner",
                table: "jobs",
                column: "owner",
                filter: "owner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_state_due_at",
                table: "jobs",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_at_id",
                table: "journal_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_seals_entry_id",
                table: "journal_seals",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_staff_id",
                table: "kept_forms",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_until",
                table: "kept_forms",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_known_devices_hash",
                table: "known_devices",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_known_devices_used_at",
                table: "known_devices",
                column: "used_at");

            migrationBuilder.CreateIndex(
                name: "ix_matters_contact_id_ordinal",
                table: "matters",
                columns: new[] { "contact_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_matters_id",
                table: "matters",
                column: "id",
                filter: "erased_at IS NULL AND outcome IN ('Answered', 'Forwarded', 'Callback')");

            migrationBuilder.CreateIndex(
                name: "ix_matters_open",
                table: "matters",
                column: "contact_id",
                filter: "outcome IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_matters_reference",
                table: "matters",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_message_templates_key_language",
                table: "message_templates",
                columns: new[] { "key", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_case_id_id",
                table: "messages",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_contact_id_id",
                table: "messages",
                columns: new[] { "contact_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_event_id_person_id_channel_attempt",
                table: "messages",
                columns: new[] { "event_id", "person_id", "channel_attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_person_id_queued_at",
                table: "messages",
                columns: new[] { "person_id", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_state_id",
                table: "messages",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_on_call_duties_until",
                table: "on_call_duties",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_on_call_turns_staff_id",
                table: "on_call_turns",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_participant_origins_case_id",
                table: "participant_origins",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_participants_case_id",
                table: "participants",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_participants_contact_case_id",
                table: "participants",
                columns: new[] { "contact", "case_id" },
                filter: "left_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participants_customer",
                table: "participants",
                column: "customer");

            migrationBuilder.CreateIndex(
                name: "ix_participants_matter",
                table: "participants",
                column: "matter",
                unique: true,
                filter: "left_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participants_merged_from",
                table: "participants",
                column: "merged_from",
                filter: "merged_from IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participants_reference",
                table: "participants",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_partner_people_partner_id",
                table: "partner_people",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_partners_key",
                table: "partners",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkeys_credential",
                table: "passkeys",
                column: "credential",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkeys_staff_id",
                table: "passkeys",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_portfolios_key",
                table: "portfolios",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provider_links_staff_id",
                table: "provider_links",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_tickets_spent_until",
                table: "provider_tickets_spent",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_representations_customer_id_representative_id",
                table: "representations",
                columns: new[] { "customer_id", "representative_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_representations_representative_id",
                table: "representations",
                column: "representative_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_at",
                table: "requests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_routing_rules_ordinal",
                table: "routing_rules",
                column: "ordinal");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_owner_name",
                table: "saved_views",
                columns: new[] { "owner", "name" },
                unique: true,
                filter: "owner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_team_name",
                table: "saved_views",
                columns: new[] { "team", "name" },
                unique: true,
                filter: "team IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_seen_things_at",
                table: "seen_things",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_ends_at",
                table: "sessions",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_provider_session",
                table: "sessions",
                column: "provider_session");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_staff_id",
                table: "sessions",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_back_offs_last_at",
                table: "sign_in_back_offs",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_staff_deputy_id",
                table: "staff",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sign_in_name",
                table: "staff",
                column: "sign_in_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_streets_area",
                table: "streets",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "ix_streets_name_key_town_key",
                table: "streets",
                columns: new[] { "name_key", "town_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_members_team_id",
                table: "team_members",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_key",
                table: "teams",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_lead_id",
                table: "teams",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_text_modules_code",
                table: "text_modules",
                column: "code",
                unique: true,
                filter: "owner IS NULL AND team IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_text_modules_owner_code",
                table: "text_modules",
                columns: new[] { "owner", "code" },
                unique: true,
                filter: "owner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_text_modules_team_code",
                table: "text_modules",
                columns: new[] { "team", "code" },
                unique: true,
                filter: "team IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "addresses");

            migrationBuilder.DropTable(
                name: "assets");

            migrationBuilder.DropTable(
                name: "bulk_act_cases");

            migrationBuilder.DropTable(
                name: "calendar_settings");

            migrationBuilder.DropTable(
                name: "callback_act_rows");

            migrationBuilder.DropTable(
                name: "callback_asks");

            migrationBuilder.DropTable(
                name: "case_holds");

            migrationBuilder.DropTable(
                name: "case_links");

            migrationBuilder.DropTable(
                name: "case_more_time");

            migrationBuilder.DropTable(
                name: "case_pauses");

            migrationBuilder.DropTable(
                name: "case_presences");

            migrationBuilder.DropTable(
                name: "case_tasks");

            migrationBuilder.DropTable(
                name: "case_type_drafts");

            migrationBuilder.DropTable(
                name: "client_tokens");

            migrationBuilder.DropTable(
                name: "colleague_runs");

            migrationBuilder.DropTable(
                name: "customer_numbers");

            migrationBuilder.DropTable(
                name: "customer_preferences");

            migrationBuilder.DropTable(
                name: "customer_warnings");

            migrationBuilder.DropTable(
                name: "customer_words");

            migrationBuilder.DropTable(
                name: "danger_calls");

            migrationBuilder.DropTable(
                name: "desks");

            migrationBuilder.DropTable(
                name: "destruction_items");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "emergency_accesses");

            migrationBuilder.DropTable(
                name: "erasure_proposals");

            migrationBuilder.DropTable(
                name: "follow_codes");

            migrationBuilder.DropTable(
                name: "follow_tries");

            migrationBuilder.DropTable(
                name: "handover_files");

            migrationBuilder.DropTable(
                name: "intake_drafts");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "journal_entries");

            migrationBuilder.DropTable(
                name: "journal_personal");

            migrationBuilder.DropTable(
                name: "journal_seals");

            migrationBuilder.DropTable(
                name: "journal_subjects");

            migrationBuilder.DropTable(
                name: "journal_unsealed");

            migrationBuilder.DropTable(
                name: "kept_forms");

            migrationBuilder.DropTable(
                name: "known_devices");

            migrationBuilder.DropTable(
                name: "matters");

            migrationBuilder.DropTable(
                name: "message_templates");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "on_call_turns");

            migrationBuilder.DropTable(
                name: "opened_things");

            migrationBuilder.DropTable(
                name: "participant_origins");

            migrationBuilder.DropTable(
                name: "partner_people");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "portfolios");

            migrationBuilder.DropTable(
                name: "provider_links");

            migrationBuilder.DropTable(
                name: "provider_tickets_spent");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "representations");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "routing_rules");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "seen_things");

            migrationBuilder.DropTable(
                name: "selection_entries");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "sign_in_back_offs");

            migrationBuilder.DropTable(
                name: "standing_stamp");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "tenant_profile");

            migrationBuilder.DropTable(
                name: "text_modules");

            migrationBuilder.DropTable(
                name: "streets");

            migrationBuilder.DropTable(
                name: "bulk_acts");

            migrationBuilder.DropTable(
                name: "callback_acts");

            migrationBuilder.DropTable(
                name: "callbacks");

            migrationBuilder.DropTable(
                name: "api_clients");

            migrationBuilder.DropTable(
                name: "virtual_colleagues");

            migrationBuilder.DropTable(
                name: "destruction_lists");

            migrationBuilder.DropTable(
                name: "handovers");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "on_call_duties");

            migrationBuilder.DropTable(
                name: "participants");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "areas");

            migrationBuilder.DropTable(
                name: "partners");

            migrationBuilder.DropTable(
                name: "customers");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "categories");

            migrationBuilder.DropTable(
                name: "case_types");

            migrationBuilder.DropTable(
                name: "case_type_versions");
        }
    }
}
