CREATE UNLOGGED TABLE exact AS
SELECT min(d.person) AS directory_person, min(s.person) AS source_person
FROM directory d JOIN source s ON d.born = s.born AND d.last = s.last AND d.first = s.first
GROUP BY d.born, d.last, d.first HAVING count(*) = 1;

ANALYZE exact;
CREATE UNLOGGED TABLE directory_rest AS
SELECT d.*, f.share AS first_share, l.share AS last_share
FROM directory d LEFT JOIN first_frequency f USING (first) LEFT JOIN last_frequency l USING (last)
WHERE NOT EXISTS (SELECT FROM exact WHERE directory_person = d.person);
CREATE UNLOGGED TABLE source_rest AS SELECT * FROM source s WHERE NOT EXISTS (SELECT FROM exact WHERE source_person = s.person);
ANALYZE directory_rest, source_rest;

-- The birth date alone makes some 30 candidates of each person, more than half of the work; what has no name in common with it is left out there.
CREATE UNLOGGED TABLE candidate AS
SELECT d.person AS directory_person, s.person AS source_person FROM directory_rest d JOIN source_rest s ON d.born = s.born
WHERE d.first = s.first OR d.last = s.last OR d.first = s.last OR left(d.last, 1) = left(s.last, 1) OR left(d.first, 1) = left(s.first, 1)
UNION
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.last = s.last AND d.first = s.first
UNION
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.last = s.last AND extract(year FROM d.born) = extract(year FROM s.born) AND left(d.first, 1) = left(s.first, 1);

CREATE UNLOGGED TABLE prior AS SELECT log(2, greatest(64, count(*)))::float8 AS bits FROM directory_rest;
