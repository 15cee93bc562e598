-- A fault in accessibility comes with work done for it, as what else comes by the public's door.

drop function public_map.report_fault(uuid, text, text, text);

create function public_map.report_fault(
  fault uuid, of_page text, said text, with_aid text, proof bytea, proof_expires timestamptz
) returns text
language plpgsql security definer set search_path = pg_catalog, core, pg_temp as $$
declare
  today constant date := (now() at time zone 'Europe/Stockholm')::date;
  there core.accessibility_faults;
begin
  if proof is null and not exists (select from core.accessibility_faults f where f.id = fault) then
    return 'unproved';
  end if;
  -- Of two that come at the same moment the second waits here for the first.
  insert into core.accessibility_faults (id, page, what, aid, received_on) values (fault, of_page, said, with_aid, today)
  on conflict do nothing;
  if not found then
    select * into there from core.accessibility_faults f where f.id = fault;
    return case
      when there.page = of_page and there.what = said and there.aid is not distinct from with_aid then 'same'
      else 'other'
    end;
  end if;
  -- More than anybody can read in a day is no report but a flood.
  if (select count(*) from core.accessibility_faults f where f.received_on = today) > 200 then
    delete from core.accessibility_faults f where f.id = fault;
    return 'many';
  end if;
  perform public_map.spend_proof(proof, proof_expires);
  return 'made';
end
$$;
comment on function public_map.report_fault(uuid, text, text, text, bytea, timestamptz)
  is 'Keeps a fault once: made, same, other (something else has the id), many (200 today already), unproved (it is not there, and comes without proof).';
revoke execute on function public_map.report_fault(uuid, text, text, text, bytea, timestamptz) from public;
grant execute on function public_map.report_fault(uuid, text, text, text, bytea, timestamptz) to app_public;
