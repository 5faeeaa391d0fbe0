-- step: school and people
insert into organisation (id, kind, name, nation, report_code) values ('10000000-0000-4000-8000-000000000001', 'School', 'Bench High School', 'England', 'BENCH234');
select set_config('lg.orgs', '{10000000-0000-4000-8000-000000000001,00000000-0000-0000-0000-000000000000}', false);
insert into installation (id, is_demonstration, made_at) values (1, true, now());
insert into person (id, org, identity_id, kind, given_name, family_name, folded, year_group)
  select md5('pupil' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('pupil' || n)::uuid, 'Pupil', g, f, lower(g || ' ' || f), (7 + n % 7)::text
  from (select n, 'Given' || n % 250 as g, 'Family' || n % 900 as f from generate_series(1, 2000) n) p;
insert into person (id, org, identity_id, kind, given_name, family_name, folded)
  select md5('staff' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('staff' || n)::uuid, 'Staff', 'Staff' || n, 'Member' || n, 'staff' || n || ' member' || n from generate_series(1, 300) n;
insert into appointment (id, org, person_id, role, "from")
  select md5('role' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('staff' || n)::uuid,
    case when n = 1 then 'DesignatedSafeguardingLead' when n <= 50 then 'DeputySafeguardingLead' when n = 51 then 'Head' when n = 52 then 'ChairOfGovernors' when n = 53 then 'Technician' else 'Teacher' end, '2016-09-01'
  from generate_series(1, 300) n;
insert into account (id, identity_id, home_org, demonstration_label, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
  select md5('account' || n)::uuid, md5('staff' || n)::uuid, '10000000-0000-4000-8000-000000000001', 'Staff ' || n, 's' || n || '@bench.test', upper('s' || n || '@bench.test'), 's' || n || '@bench.test', upper('s' || n || '@bench.test'), false, 'x', 'x', false, false, true, 0
  from generate_series(1, 50) n;
-- step: 60,000 incidents
select set_config('lg.orgs', '{10000000-0000-4000-8000-000000000001}', false);
insert into incident (id, org, reference, record_kind, urgent, raised_at, happened_at, desks, joined, barred, escalated, tells_authority, opened_at, taken_on_at, handler,
    form_intent, form_material, form_considered_as, form_place, form_equipment, form_how_found, form_where_online, form_staff_actions, form_child_actions, form_anybody_needs_police, form_time_not_known, stands_alone,
    types, risk_cells, imagery, closure_reason, closure_outcome, closure_lessons, closure_by, closure_by_name, closure_at)
  select md5('incident' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('reference' || n)::uuid, case when n % 60 = 0 then 'Allegation' else 'Concern' end, n % 40 = 0, at, at - interval '1 hour',
    case when n % 60 = 0 then array['Head'] else array['SafeguardingTeam'] end, '{}', array[md5('pupil' || (n % 2000 + 1))::uuid], '{}', false,
    case when n > 59990 then null else at + interval '10 minutes' end, case when n > 59980 then null else at + interval '20 minutes' end, case when n > 59980 then null else md5('staff' || (n % 50 + 1))::uuid end,
    'Deliberate', '{viewed}', '{}', 'in-school', '{school-equipment}', 'staff-observation', '{}', '[]', '[]', 'No', false, false,
    array['bullying'], array['contact-aggressive'], false,
    case when n <= 59600 then 'settled-in-school' end, case when n <= 59600 then 'Both families met and agreed what happens next.' end, case when n <= 59600 then 'The form tutor checks in each week.' end,
    case when n <= 59600 then md5('staff1')::uuid end, case when n <= 59600 then 'Staff1 Member1' end, case when n <= 59600 then at + interval '9 days' end
  from (select n, now() - (60000 - n) * interval '87 minutes' as at from generate_series(1, 60000) n) p;
insert into report (incident_id, org, reporter_identity, reporter_name, danger, what_happened, childs_words, raised_at)
  select md5('incident' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('staff' || (n % 300 + 1))::uuid, 'Staff' || (n % 300 + 1) || ' Member', 'No',
    'In lesson ' || n % 6 || ' a group of pupils shared a message about ' || (array['a classmate','a teacher','a game','a dare','a password','a picture'])[n % 6 + 1] || ' in the chat called topic' || n % 5000 || ' and it went round the year group.',
    'They said it was a joke number ' || n % 1000, now() - (60000 - n) * interval '87 minutes' from generate_series(1, 60000) n;
insert into involvement (id, org, incident_id, person_id, name, named_as, part, added_at)
  select md5('inv' || n || '-' || k)::uuid, '10000000-0000-4000-8000-000000000001', md5('incident' || n)::uuid, md5('pupil' || ((n * k) % 2000 + 1))::uuid,
    'Given' || ((n * k) % 2000 + 1) % 250 || ' Family' || ((n * k) % 2000 + 1) % 900, 'Pupil', case k when 1 then 'SaidToHaveDoneIt' else 'Harmed' end, now()
  from generate_series(1, 60000) n, generate_series(1, 2) k;
-- step: 3 million journal rows
select set_config('lg.orgs', '{10000000-0000-4000-8000-000000000001}', false);
insert into journal (id, org, record_kind, record_id, act, by_identity, at, salt, payload, payload_commitment, commitment)
  select id, org, 'incident', record, act, who, at, salt, payload, pc,
    sha256('\x00'::bytea || '\x00000010'::bytea || uuid_send(id) || '\x00000010'::bytea || uuid_send(org) || int4send(8) || 'incident'::bytea || '\x00000010'::bytea || uuid_send(record)
      || int4send(length(act)) || act::bytea || '\x00000010'::bytea || uuid_send(who) || '\x00000008'::bytea || int8send((extract(epoch from at) * 1000000)::bigint) || '\x00000020'::bytea || pc)
  from (
    select id, org, record, act, who, at, salt, payload, sha256('\x02'::bytea || salt || convert_to(payload, 'UTF8')) as pc
    from (
      select md5('journal' || n)::uuid as id, '10000000-0000-4000-8000-000000000001'::uuid as org, md5('incident' || (n % 60000 + 1))::uuid as record,
        case when n <= 400000 then 'NoteAdded' else 'RecordRead' end as act, md5('staff' || (n % 50 + 1))::uuid as who,
        date_trunc('milliseconds', now() - (3000000 - n) * interval '1.7 minutes') as at, decode(md5('salt' || n), 'hex') as salt,
        case when n <= 400000 then '{"EntryId":"' || md5('entry' || n)::uuid || '","Text":"Spoke with the form tutor about matter' || n % 20000 || ' and the family. Next step agreed.","HappenedAt":"2020-01-01T00:00:00+00:00","ByName":"Staff Member"}'
          else '{"How":"opened","ByName":"Staff Member"}' end as payload
      from generate_series(1, 3000000) n) a) b;
-- step: 400,000 notes
select set_config('lg.orgs', '{10000000-0000-4000-8000-000000000001}', false);
insert into entry (id, org, incident_id, text, happened_at, entered_at, by_identity, journal_id)
  select md5('entry' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('incident' || (n % 60000 + 1))::uuid,
    'Spoke with the form tutor about matter' || n % 20000 || ' and the family. Next step agreed.', now() - interval '1 year', now() - interval '1 year', md5('staff' || (n % 50 + 1))::uuid, md5('journal' || n)::uuid
  from generate_series(1, 400000) n;
insert into action_item (id, org, incident_id, what, owner, owner_name, due_on, set_at, done_at, result)
  select md5('action' || n)::uuid, '10000000-0000-4000-8000-000000000001', md5('incident' || n)::uuid, 'Ring the family', md5('staff' || (n % 50 + 1))::uuid, 'Staff Member', current_date + (n % 9 - 4), now(), case when n <= 59600 then now() end, case when n <= 59600 then 'Rung' end
  from generate_series(1, 60000) n;
-- step: the yardstick's table
create table bare_row (school int, raised_at timestamptz, reference uuid, record_kind text, place text, urgent boolean);
insert into bare_row select n % 20, now() - n * interval '1 hour', md5('bare' || n)::uuid, 'Concern', 'in-school', n % 40 = 0 from generate_series(1, 200000) n;
create index on bare_row (school, raised_at);
grant select on bare_row to lg_app;
-- step: statistics
analyze;
