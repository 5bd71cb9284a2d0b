-- Everything is equal, and nobody else on either side has it. One hash stands for the three columns; nothing missing is equal to anything.
CREATE UNLOGGED TABLE exact AS
SELECT min(d.person) AS directory_person, min(s.person) AS source_person
FROM (SELECT person, hashtextextended(first || '|' || last, born - date '2000-01-01') AS key FROM directory) d
JOIN (SELECT person, hashtextextended(first || '|' || last, born - date '2000-01-01') AS key FROM source) s USING (key)
GROUP BY key HAVING count(*) = 1;
ANALYZE exact;
CREATE UNLOGGED TABLE directory_rest AS
SELECT d.*, f.share AS first_share, l.share AS last_share
FROM directory d LEFT JOIN first_frequency f USING (first) LEFT JOIN last_frequency l USING (last)
WHERE NOT EXISTS (SELECT FROM exact WHERE directory_person = d.person);
CREATE UNLOGGED TABLE source_rest AS SELECT * FROM source s WHERE NOT EXISTS (SELECT FROM exact WHERE source_person = s.person);
ANALYZE directory_rest, source_rest;

-- The birth date alone makes some 30 candidates of each person, most of the work; what has no name or initial in common is left out there.
CREATE UNLOGGED TABLE candidate AS
SELECT d.person AS directory_person, s.person AS source_person FROM directory_rest d JOIN source_rest s ON d.born = s.born
WHERE left(d.last, 1) = left(s.last, 1) OR left(d.first, 1) = left(s.first, 1) OR d.first = s.last
UNION ALL
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.last = s.last AND d.first = s.first AND d.born IS DISTINCT FROM s.born
UNION ALL
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s
  ON d.last = s.last AND extract(year FROM d.born) = extract(year FROM s.born) AND left(d.first, 1) = left(s.first, 1) AND d.born <> s.born AND d.first <> s.first;

CREATE UNLOGGED TABLE prior AS SELECT log(2, greatest(64, count(*)))::float8 AS bits FROM directory_rest;
