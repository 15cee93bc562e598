-- What was seen on a walk is told to anybody at its place: that it was people is not.

create or replace view public_map.walk_remarks with (security_barrier) as
select id, geom, version, case kind when 'people' then 'other' else kind end as kind, state, walk_id, words, answer, answer_responsible, answer_on, demo
from core.walk_remarks where state <> 'noted';
create or replace view reporter.walk_remarks with (security_barrier) as
select id, geom, version, case kind when 'people' then 'other' else kind end as kind, state, walk_id, words, answer, answer_responsible, answer_on, demo
from core.walk_remarks where state <> 'noted';
create or replace view admin.walk_remarks with (security_barrier) as
select id, geom, version, case kind when 'people' then 'other' else kind end as kind, state, walk_id, words, answer, answer_responsible, answer_on, demo
from core.walk_remarks where state <> 'noted';
comment on column core.walk_remarks.kind is 'What. Frightening people are shown to the public as Other. darkness, blocked_view, deserted, people, traffic, decay, good, other.';
