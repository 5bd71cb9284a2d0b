-- Everything is equal, and nobody else on either side has it. One hash stands for the four columns; nothing missing is equal to anything.
CREATE TEMP TABLE exact AS
SELECT any_value(d.rowid) AS directory_person, any_value(s.rowid) AS source_person
FROM (SELECT rowid, hash(school, born, last, first) AS key FROM directory WHERE born IS NOT NULL AND first IS NOT NULL AND last IS NOT NULL) d
JOIN (SELECT rowid, hash(school, born, last, first) AS key FROM source WHERE born IS NOT NULL AND first IS NOT NULL AND last IS NOT NULL) s USING (key)
GROUP BY key HAVING count(*) = 1;

CREATE TEMP TABLE directory_rest AS
SELECT d.rowid AS person, d.*, f.share AS first_share, l.share AS last_share
FROM directory d LEFT JOIN first_frequency f USING (first) LEFT JOIN last_frequency l USING (last)
ANTI JOIN exact e ON e.directory_person = d.rowid;
CREATE TEMP TABLE source_rest AS SELECT s.rowid AS person, s.* FROM source s ANTI JOIN exact e ON e.source_person = s.rowid;

-- Who is compared at all: in one school, with the same birth date, else surname, else forename and year. One wrong field leaves two of them.
CREATE TEMP TABLE candidate AS
SELECT d.person AS directory_person, s.person AS source_person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.born = s.born
UNION ALL
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.last = s.last AND d.born IS DISTINCT FROM s.born
UNION ALL
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s
  ON d.school = s.school AND d.first = s.first AND year(d.born) = year(s.born) AND d.born <> s.born AND d.last IS DISTINCT FROM s.last;

-- Candidates a person has before anybody has looked: what the evidence has to outweigh.
CREATE TEMP TABLE prior AS SELECT log2(greatest(64, count(*) / count(DISTINCT school))) AS bits FROM directory_rest;
