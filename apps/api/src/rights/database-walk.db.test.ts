import { randomUUID } from 'node:crypto'
import { type Audience, columnsFor, layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleOf, type Sql, schemaOf } from '../database/database.ts'
import { audiences } from '../database/roles.ts'
import { fixtureOf, isOpen, storeFixture } from '../testing/fixtures.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'

type Who = Audience | 'door'
const everyRole: readonly Who[] = [...audiences, 'door']
const roleName = (who: Who) => (who === 'door' ? 'app_door' : roleOf(who))

/** What PostGIS lets anybody read: the world's coordinate systems, and which geometry columns there are among those one can read. */
const ofPostgis = ['public.spatial_ref_sys', 'public.geometry_columns', 'public.geography_columns']
const ground = ['basemap.features', 'basemap.datasets', 'basemap.places']

/** Promises: drafts for those who work on them, what is published for everybody. */
const promises = [
  'commitments',
  ...['agreements', 'texts', 'grounds', 'activities', 'measures', 'readings', 'statuses', 'signatures'].map(
    (part) => `commitment_${part}`,
  ),
]

/** What everybody may read of the safety map. */
const releases = ['releases', 'release_cells']

/** Beside its layers: what each audience has in its own schema. Whatever is added there has to be added here. */
const beside: Record<Audience, readonly string[]> = {
  public: [...promises, ...releases, 'settings', 'survey_results', 'camera_register', 'place_photos'],
  reporter: [
    ...promises,
    ...releases,
    'settings',
    'survey_results',
    'camera_register',
    'observations',
    'observation_kinds',
  ],
  planner: [
    ...promises,
    ...releases,
    ...['settings', 'history', 'plans', 'plan_members', 'people', 'notes', 'photos'],
    ...['plan_comments', 'plan_history', 'plan_shares', 'plan_stands'],
    ...['decisions', 'dossiers', 'camera_documentation', 'camera_register'],
    ...['luminaires', 'siting_runs', 'siting_inputs', 'incident_squares', 'incident_rest'],
    ...['observations', 'observation_kinds'],
    'public_areas',
    ...[
      'problems',
      'problem_readings',
      'problem_evidence',
      'problem_measures',
      'problem_history',
      'operations',
    ],
    'withheld_evidence',
    'survey_results',
    ...['pictures', 'picture_sections', 'picture_updates', 'picture_attendance', 'picture_decisions'],
    ...['picture_tasks', 'picture_signatures'],
    ...['report_work', 'report_messages', 'report_templates', 'report_links', 'report_photos'],
    ...['report_support', 'report_languages', 'report_queue'],
  ],
  police: [
    ...promises,
    ...releases,
    'presence_log',
    ...['survey_results', 'survey_grounds'],
    ...['settings', 'history', 'plans', 'plan_members', 'people', 'notes', 'photos'],
    ...['plan_comments', 'plan_history', 'plan_shares', 'plan_stands'],
    ...['decisions', 'dossiers', 'camera_documentation', 'camera_register'],
    ...['luminaires', 'siting_runs', 'siting_inputs', 'incident_squares', 'incident_rest'],
    ...['observations', 'observation_kinds'],
    ...[
      'problems',
      'problem_readings',
      'problem_evidence',
      'problem_measures',
      'problem_history',
      'operations',
    ],
    ...['incidents', 'incident_changes', 'incident_kinds', 'incident_data', 'incident_mappings'],
    ...['incident_imports', 'incident_import_rejects', 'analyses', 'analysis_inputs'],
    ...['pictures', 'picture_sections', 'picture_updates', 'picture_attendance', 'picture_decisions'],
    ...['picture_tasks', 'picture_signatures'],
  ],
  admin: [
    ...promises,
    ...releases,
    'settings',
    'survey_results',
    'accounts',
    'sessions',
    'tokens',
    'audit',
    'imports',
    'import_rejects',
    'jobs',
    'retention_runs',
    'camera_register',
    'accessibility_faults',
  ],
}
const ofDoor = ['accounts', 'sessions', 'tokens', 'sign_ins'].map((table) => `identity.${table}`)

/** Functions that run with the owner's rights and that a role may call, each with what keeps it from telling more than it should. */
const definers: Record<string, readonly Who[]> = {
  // Writes, and returns nothing.
  'audit.append': everyRole,
  // Says of a value it is given what the administrator's own view shows.
  'audit.shown': ['admin'],
  // Write, and return an id or a number.
  'admin.end_sessions': ['admin'],
  'admin.make_token': ['admin'],
  'admin.revoke_token': ['admin'],
  // Tells of the one plan whose link's digest it is given, and of it what the public's own views would show.
  'public_map.shared_plan': ['public'],
  // Write for owners of the plan alone, and return nothing or whether there was anything to do.
  'planner.make_share': ['planner'],
  'planner.revoke_share': ['planner'],
  'police.make_share': ['police'],
  'police.revoke_share': ['police'],
  // Say whether a signed picture is as it was signed.
  'planner.picture_intact': ['planner'],
  'police.picture_intact': ['police'],
  // Tells how many in words, from five, of a place that everybody sees.
  'core.heard_of': [...audiences],
  // Tells in the same way what came of what everybody sees.
  'public_map.chain_of': ['public'],
  // Holds a report that planners see, and returns its version.
  'planner.take_report': ['planner'],
  // Write, and return nothing.
  'planner.publish_place': ['planner'],
  'planner.unpublish_place': ['planner'],
  // Write, and return a word of how it went.
  'public_map.send_report': ['public'],
  'public_map.support_place': ['public'],
  // Tell of, and change, the one report whose receipt's digest they are given.
  'public_map.read_receipt': ['public'],
  'public_map.answer_receipt': ['public'],
  'public_map.withdraw_report': ['public'],
  'public_map.add_report_photo': ['public'],
  // Say whether everybody sees an object, and whether a promise is held for a change.
  'core.public_sees': ['planner', 'police', 'admin'],
  'planner.claim_commitment': ['planner'],
  'police.claim_commitment': ['police'],
  'admin.claim_commitment': ['admin'],
  // Tells the month in which an object that everybody sees last changed its status.
  'public_map.months_of': ['public'],
  // Writes, and returns a word of how it went.
  'public_map.report_fault': ['public'],
  // Writes the signature of who decides, and returns nothing.
  'planner.sign_picture': ['planner'],
}
const secretColumns = /hash$|secret|sealed|id_token|refresh_token|subject|salt/

/** Words planted where only some may find them. */
const planted: Record<string, readonly Who[]> = {
  'word-of-a-decision': [...audiences],
  'word-inside-a-decision': ['planner', 'police'],
  'word-of-a-judgment': ['planner', 'police'],
  'word-of-a-dossier': ['planner', 'police'],
  'word-of-a-drafts-dossier': [],
  'word-of-a-report': ['planner', 'police'],
  'word-of-a-message': ['planner'],
  'word-of-a-template': ['planner'],
  'word-of-a-place': [...audiences],
  'word-of-a-patrol': ['police'],
  'word-of-an-event': ['police'],
  'word-of-an-incident': ['police'],
  'word-of-a-draft': [],
  'word-of-a-picture': ['planner', 'police'],
  'word-inside-a-picture': ['police'],
  'word-of-unsigned-figures': ['police'],
  'word-once-a-draft': [],
  'word-of-a-police-note': ['police'],
  'word-of-a-presence': ['police'],
  'word-of-a-planners-note': ['planner'],
  'word-of-the-plan': [],
  'word-of-a-comment': [],
  'word-of-a-stand': [],
  'word-of-a-run': [],
  'word-of-an-input': [],
  'word-of-a-luminaire': ['planner', 'police'],
  'word-of-a-field-worker': ['planner', 'police'],
  'word-of-a-guard': ['police'],
  'word-of-police-evidence': ['police'],
  'word-of-a-problem': ['planner', 'police'],
  'word-of-an-unpublished-promise': ['planner', 'police', 'admin'],
  'word-of-a-promise': [...audiences],
  'word-of-an-unsigned-evaluation': ['planner', 'police', 'admin'],
  'word-of-a-provider': ['door'],
  'word@of.an.address': ['admin', 'door'],
  'word-sealed': ['door'],
}

interface Relation {
  readonly name: string
  readonly schema: string
  readonly columns: readonly string[]
}

describe.each(engines)('straight in the database on %s', (engine) => {
  let database: TestDatabase
  let relations: Relation[]

  const as = <T>(who: Who, work: (sql: Sql) => Promise<T>): Promise<T> =>
    who === 'door' ? database.door(work) : database.read(who, work)
  const stepsInto = async <T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T | string> =>
    sql.savepoint(work as never).then(
      (result) => result as T,
      (error: { code?: string }) => error.code ?? String(error),
    )

  beforeAll(async () => {
    database = await testDatabase(engine)
    const add = async (layer: string, words: Record<string, unknown>, open = true) => {
      const definition = layers.find(({ id }) => id === layer)!
      const fixture = await fixtureOf(definition)
      const object = fixture.find((one) => isOpen(definition, one) === open) ?? fixture[0]!
      const made = { ...object, id: randomUUID(), properties: { ...object.properties, ...words } }
      await database.owner((sql) => storeFixture(sql, definition, made))
      return made.id
    }
    for (const layer of layers) await add(layer.id, {})
    const person = { id: randomUUID(), plan: randomUUID() }
    await database.owner(async (sql) => {
      await sql`
        insert into identity.accounts (id, issuer, subject, name, email, audience)
        values (${person.id}, 'test', 'word-of-a-provider', 'Petra', 'word@of.an.address', 'planner')`
      await sql`
        insert into identity.sessions (token_hash, account_id, idle_until, absolute_until, id_token)
        values (${Buffer.alloc(32)}, ${person.id}, now() + interval '1 h', now() + interval '1 h', 'word-sealed')`
      await sql`insert into core.plans (id, title) values (${person.plan}, 'word-of-the-plan')`
      await sql`insert into core.plan_members (plan, account_id, role) values (${person.plan}, ${person.id}, 'owner')`
      await sql`insert into core.plan_comments (plan, text, account_id) values (${person.plan}, 'word-of-a-comment', ${person.id})`
      await sql`insert into core.plan_stands (plan, name, account_id) values (${person.plan}, 'word-of-a-stand', ${person.id})`
      for (const [works, words] of [
        ['field_worker', 'word-of-a-field-worker'],
        ['guard', 'word-of-a-guard'],
      ] as const)
        await sql`
          insert into core.observations (id, geom, precision, kind, observed_from, observed_to, words, account_id, works_as)
          values (${randomUUID()}, ST_SetSRID(ST_MakePoint(14, 56), 4326), 'exact', 'drugs', now(), now(), ${words}, ${person.id}, ${works})`
      await sql`insert into core.luminaires (name, format, text, lumens) values ('word-of-a-luminaire', 'ldt', 'x', 1)`
      const problem = randomUUID()
      await sql`insert into core.problems (id, title, kind) values (${problem}, 'word-of-a-problem', 'other')`
      await sql`
        insert into core.problem_evidence (problem, kind, title, text, police_only)
        values (${problem}, 'text', 'x', 'word-of-police-evidence', true)`
      const [agreement] = await sql<{ id: string }[]>`
        insert into core.commitment_agreements (title, parties, from_on, to_on) values ('x', '{a,b}', '2026-01-01', '2027-12-31') returning id`
      for (const [number, state, text] of [
        [1, 'draft', 'word-of-an-unpublished-promise'],
        [2, 'published', 'word-of-a-promise'],
      ] as const)
        await sql`
          insert into core.commitments (agreement, year, number, title, text, state, evaluation, result)
          values (${agreement!.id}, 2026, ${number}, 'x', ${text}, ${state}, 'word-of-an-unsigned-evaluation', 'kept')`
      const input = 'a'.repeat(64)
      await sql`insert into core.siting_inputs (sha256, content) values (${input}, ${Buffer.from('word-of-an-input')})`
      for (const plan of [person.plan, null])
        await sql`
          insert into core.siting_runs (kind, title, plan_id, account_id, methods, request, ground, demand, result)
          values ('camera', 'word-of-a-run', ${plan}, ${person.id}, 1, '{}', ${input}, ${input}, '{}')`
      await sql`
        insert into core.plan_shares (plan, token_hash, account_id, expires_at)
        values (${person.plan}, ${Buffer.alloc(32)}, ${person.id}, now() + interval '1 day')`
    })
    const camera = await add('camera_sites', {
      public_text: 'word-of-a-decision',
      internal_text: 'word-inside-a-decision',
    })
    const report = await add('unsafe_reports', { internal_text: 'word-of-a-report' })
    const place = await add('reported_places', { words: 'word-of-a-place' })
    await database.owner(async (sql) => {
      await sql`insert into core.report_receipts (report_id, code_sha256) values (${report}, ${Buffer.alloc(32, 1)})`
      await sql`insert into core.report_work (report_id, quiet) values (${report}, true)`
      await sql`insert into core.report_support (id, place_id, month) values (${randomUUID()}, ${place}, '2026-01-01')`
      await sql`
        insert into core.report_messages (report_id, direction, kind, text)
        values (${report}, 'reporter', 'reply', 'word-of-a-message')`
      await sql`insert into core.report_templates (title, sv, en) values ('x', 'word-of-a-template', 'x')`
      await sql`insert into core.report_links (report_id, layer, measure_id) select ${report}, 'shrub_clearances', id from core.shrub_clearances limit 1`
      await sql`
        insert into core.report_photos (report_id, width, height, bytes, sent_sha256, picture, thumbnail)
        values (${report}, 1, 1, 3, ${Buffer.alloc(32)}, 'abc', 'abc')`
    })
    const zone = await add('patrol_zones', { title: 'word-of-a-patrol' })
    await add('police_events', { summary: 'word-of-an-event', source_id: null })
    await database.owner(
      (sql) => sql`
        insert into core.incidents (geom, occurred_from, occurred_to, time_precision, kind, precision, note, source, content)
        values (ST_SetSRID(ST_MakePoint(14, 56), 4326), now(), now(), 'minute', 'fight', 'exact', 'word-of-an-incident', 'x', ${Buffer.alloc(16)})`,
    )
    const draft = await add('camera_sites', {
      title: 'word-of-a-draft',
      status: 'idea',
      plan_id: person.plan,
    })
    const proposed = await add('camera_sites', {
      title: 'word-once-a-draft',
      status: 'idea',
      plan_id: person.plan,
    })
    await database.owner(async (sql) => {
      await sql`
        insert into core.presence_log (zone_id, from_at, to_at, presence, note, account, by_name)
        values (${zone}, now() - interval '2 h', now() - interval '1 h', 'visible', 'word-of-a-presence', 'x', 'x')`
      await sql`update core.camera_sites set title = 'Föreslagen', status = 'proposed' where id = ${proposed}`
      for (const [audience, text] of [
        ['police', 'word-of-a-police-note'],
        ['planner', 'word-of-a-planners-note'],
      ] as const)
        await sql`
          insert into core.notes (layer, object_id, text, audience, account_id)
          values ('camera_sites', ${camera}, ${text}, ${audience}, ${person.id})`
      await sql`
        insert into core.decisions (layer, object_id, version, from_status, to_status, text, account, by_name)
        values ('camera_sites', ${camera}, 1, 'in_review', 'decided', 'word-of-a-judgment', 'x', 'x')`
      for (const [id, text] of [
        [camera, 'word-of-a-dossier'],
        [draft, 'word-of-a-drafts-dossier'],
      ] as const)
        await sql`
          insert into core.dossiers (object_id, sections, composed, figures, area, picture, surveillance, updated_by, updated_by_name)
          values (${id}, ${sql.json({ problem: text })}, '{}', '{}', ST_Buffer(ST_SetSRID(ST_MakePoint(14, 56), 4326), 1), '\\x00', '{}', 'x', 'x')`
    })
    await database.owner(async (sql) => {
      await sql`insert into core.pictures (week) values ('2026-10')`
      for (const [kind, internal] of [
        ['summary', false],
        ['assessment', true],
      ] as const)
        await sql`
          insert into core.picture_sections (week, kind, nth, title, internal, text, shared_data)
          values ('2026-10', ${kind}, 1, 'x', ${internal}, ${internal ? 'word-inside-a-picture' : 'word-of-a-picture'},
            ${internal ? null : '{"x": "word-of-unsigned-figures"}'}::text::jsonb)`
      for (const internal of [true, false])
        await sql`
          insert into core.picture_tasks (week, text, owner, since, internal)
          values ('2026-10', ${internal ? 'word-inside-a-picture' : 'word-of-a-picture'}, 'x', '2026-10', ${internal})`
    })
    relations = await database.owner(
      (sql) => sql<Relation[]>`
        select n.nspname || '.' || c.relname as name, n.nspname as schema,
          array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
          and n.nspname !~ '^pg_(toast|temp)'
        order by 1`,
    )
  })
  afterAll(() => database.close())

  const ownRelations = (who: Who): string[] =>
    who === 'door'
      ? ofDoor
      : [
          ...beside[who].map((name) => `${schemaOf[who]}.${name}`),
          ...layers.filter((layer) => layer.audiences[who]).map(({ id }) => `${schemaOf[who]}.${id}`),
          ...ground,
        ]

  it('each role reads its own tables and views, each column of them, and no other', {
    timeout: 5 * 60_000,
  }, async () => {
    let tried = 0
    expect(relations.length).toBeGreaterThan(60)
    for (const who of everyRole) {
      const own = new Set([...ownRelations(who), ...ofPostgis])
      const wrong: string[] = []
      for (const { name, schema, columns } of relations)
        await as(who, async (sql) => {
          const [, table] = name.split('.') as [string, string]
          // The whole row, and each column by itself, since a grant can be of one column. The embedded engine does not live through so many refusals.
          for (const column of [null, ...(engine === 'postgres' ? columns : [])]) {
            tried += 1
            const outcome = await stepsInto(
              sql,
              (inner) =>
                inner`select ${column === null ? inner`*` : inner(column)} from ${inner(schema)}.${inner(table)} limit 1`,
            )
            const read = typeof outcome !== 'string'
            if (read !== own.has(name) || (!read && outcome !== '42501'))
              wrong.push(`${column ?? 'all'} of ${name}: ${read ? 'read' : outcome}`)
          }
        })
      expect(wrong, roleName(who)).toEqual([])
    }
    process.stdout.write(`The walk in the database (${engine}): ${tried} readings tried\n`)
  })

  it('the views of a layer have the columns of the registry, and history keeps no column that the view has not', async () => {
    for (const audience of audiences)
      for (const layer of layers.filter((one) => one.audiences[audience])) {
        const view = relations.find(({ name }) => name === `${schemaOf[audience]}.${layer.id}`)!
        expect(view.columns).toEqual(['id', 'geom', 'version', ...columnsFor(layer, audience)])
      }
    for (const audience of ['planner', 'police'] as const) {
      const kept = await database.read(
        audience,
        (sql) => sql<{ layer: string; name: string }[]>`
          select distinct layer, jsonb_object_keys(coalesce(after, before)) as name from history`,
      )
      for (const { layer, name } of kept) {
        const definition = layers.find(({ id }) => id === layer)!
        expect(['id', 'geom', 'version', ...columnsFor(definition, audience)], layer).toContain(name)
      }
    }
  })

  it('no role reads what opens a session or a token, but the door', () => {
    for (const audience of audiences)
      for (const { name, schema, columns } of relations)
        if (schema === schemaOf[audience] && !name.endsWith('.photos') && name !== 'admin.audit')
          expect(
            columns.filter((column) => secretColumns.test(column)),
            name,
          ).toEqual([])
  })

  it('in all that a role can read, a word stands only where it may', async () => {
    for (const who of everyRole) {
      const texts = await as(who, async (sql) => {
        const rows: unknown[] = []
        for (const name of ownRelations(who)) {
          const [schema, table] = name.split('.') as [string, string]
          rows.push(await sql`select to_jsonb(v)::text as all from ${sql(schema)}.${sql(table)} v`)
        }
        return JSON.stringify(rows)
      })
      const found = Object.keys(planted).filter((word) => texts.includes(word))
      const may = Object.keys(planted).filter((word) => planted[word]!.includes(who))
      expect(found, who).toEqual(may)
    }
  })

  it('each role writes in its own schema alone, empties nothing and makes nothing', async () => {
    const rows = await database.owner(
      (sql) => sql<{ role: string; name: string; may: string }[]>`
        select r.rolname as role, n.nspname || '.' || c.relname as name, p.may
        from pg_roles r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p(may)
        where r.rolname ~ '^app_' and c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
          and case when p.may in ('INSERT', 'UPDATE', 'REFERENCES') then has_any_column_privilege(r.oid, c.oid, p.may)
            else has_table_privilege(r.oid, c.oid, p.may) end`,
    )
    for (const who of everyRole) {
      const schema = who === 'door' ? 'identity' : schemaOf[who]
      const own = rows.filter(({ role }) => role === roleName(who))
      expect(
        own.filter(
          ({ name, may }) => !name.startsWith(`${schema}.`) || !/^(INSERT|UPDATE|DELETE)$/.test(may),
        ),
        who,
      ).toEqual([])
      if (who === 'door') continue
      // Reports are moderated by planners: some columns, by a door of their own.
      const moderated = who === 'planner' ? ['unsafe_reports', 'reported_places'] : []
      const editable = layers
        .filter((layer) => layer.editable.includes(who) || moderated.includes(layer.id))
        .map(({ id }) => id)
      const written = new Set(own.map(({ name }) => name.split('.')[1]!))
      expect(
        layers
          .map(({ id }) => id)
          .filter((id) => written.has(id))
          .sort(),
        who,
      ).toEqual(editable.sort())
    }
    const makers = await database.owner(
      (sql) => sql`
        select r.rolname, n.nspname from pg_roles r cross join pg_namespace n
        where r.rolname ~ '^app_' and has_schema_privilege(r.oid, n.oid, 'CREATE') and n.nspname !~ '^pg_temp'`,
    )
    expect([...makers]).toEqual([])
  })

  it('no role stands above the fence, or in another’s place', async () => {
    const roles = await database.owner(
      (sql) => sql<{ name: string; above: boolean; member: boolean }[]>`
        select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as above,
          exists (select from pg_auth_members m where m.member = r.oid) as member
        from pg_roles r where rolname ~ '^app_' order by 1`,
    )
    expect(roles.map(({ name }) => name)).toEqual(everyRole.map(roleName).sort())
    expect(roles.filter(({ above, member }) => above || member)).toEqual([])
  })

  it('no function lends a role the owner’s eyes but those that tell nothing more', async () => {
    const callable = await database.owner(
      (sql) => sql<{ role: string; name: string }[]>`
        select r.rolname as role, n.nspname || '.' || p.proname as name
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join pg_roles r
        where p.prosecdef and r.rolname ~ '^app_' and n.nspname not in ('pg_catalog', 'information_schema')
          and p.prorettype <> 'trigger'::regtype and has_function_privilege(r.oid, p.oid, 'EXECUTE')
          and has_schema_privilege(r.oid, n.oid, 'USAGE')`,
    )
    const found = callable.map(({ role, name }) => `${name} by ${role}`).sort()
    const allowed = Object.entries(definers).flatMap(([name, roles]) =>
      roles.map((who) => `${name} by ${roleName(who)}`),
    )
    expect(found.filter((one) => !allowed.includes(one))).toEqual([])
    const searching = await database.owner(
      (sql) => sql`
        select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'public')
          and not coalesce(array_to_string(p.proconfig, ';') ~ 'search_path=.*pg_temp', false)`,
    )
    // A definer without a path of its own could be led to the caller's tables.
    expect([...searching]).toEqual([])
  })
})
