-- What may be shown of where is reckoned by the rules of the safety map from now on, outside the database.

drop function planner.public_shape(geometry);
drop function core.public_reference(geometry);

create view planner.public_areas with (security_barrier) as
select a.title, a.geom from public_map.safety_survey_areas a where a.newest;
comment on view planner.public_areas is 'The areas that the public knows, whose boundaries nothing is moved across when it is published.';
comment on column planner.public_areas.title is 'Name.';
comment on column planner.public_areas.geom is 'Polygon, MultiPolygon, degrees WGS84.';
grant select on planner.public_areas to app_planner;
