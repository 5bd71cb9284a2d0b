-- Everything is equal, and nobody else on either side has it. One hash stands for the four columns; nothing missing is equal to anything.
CREATE UNLOGGED TABLE exact AS
SELECT min(d.person) AS directory_person, min(s.person) AS source_person
FROM (SELECT person, hashtextextended(first || '|' || last, school * 100000::bigint + (born - date '2000-01-01')) AS key FROM directory) d
JOIN (SELECT person, hashtextextended(first || '|' || last, school * 100000::bigint + (born - date '2000-01-01')) AS key FROM source) s USING (key)
GROUP BY key HAVING count(*) = 1;
ANALYZE exact;
CREATE UNLOGGED TABLE directory_rest AS
SELECT d.*, f.share AS first_share, l.share AS last_share
FROM directory d LEFT JOIN first_frequency f USING (first) LEFT JOIN last_frequency l USING (last)
WHERE NOT EXISTS (SELECT FROM exact WHERE directory_person = d.person);
CREATE UNLOGGED TABLE source_rest AS SELECT * FROM source s WHERE NOT EXISTS (SELECT FROM exact WHERE source_person = s.person);
ANALYZE directory_rest, source_rest;

-- Who is compared at all: in one school, with the same birth date, else surname, else forename and year. One wrong field leaves two of them.
CREATE UNLOGGED TABLE candidate AS
SELECT d.person AS directory_person, s.person AS source_person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.born = s.born
UNION ALL
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.last = s.last AND d.born IS DISTINCT FROM s.born
UNION ALL
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s
  ON d.school = s.school AND d.first = s.first AND extract(year FROM d.born) = extract(year FROM s.born) AND d.born <> s.born AND d.last IS DISTINCT FROM s.last;

-- Candidates a person has before anybody has looked: what the evidence has to outweigh.
CREATE UNLOGGED TABLE prior AS SELECT log(2, greatest(64, count(*) / count(DISTINCT school)))::float8 AS bits FROM directory_rest;
