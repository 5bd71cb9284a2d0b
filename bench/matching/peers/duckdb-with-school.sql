-- Everything is equal, and nobody else on either side has it.
CREATE TEMP TABLE exact AS
SELECT any_value(d.person) AS directory_person, any_value(s.person) AS source_person
FROM directory d JOIN source s ON d.school = s.school AND d.born = s.born AND d.last = s.last AND d.first = s.first
GROUP BY d.school, d.born, d.last, d.first HAVING count(*) = 1;

CREATE TEMP TABLE directory_rest AS
SELECT d.*, f.share AS first_share, l.share AS last_share
FROM directory d LEFT JOIN first_frequency f USING (first) LEFT JOIN last_frequency l USING (last)
WHERE d.person NOT IN (SELECT directory_person FROM exact);
CREATE TEMP TABLE source_rest AS SELECT * FROM source WHERE person NOT IN (SELECT source_person FROM exact);

-- Who is compared at all: in one school, with the same birth date or surname, or forename and year. One wrong field leaves two of them.
CREATE TEMP TABLE candidate AS
SELECT d.person AS directory_person, s.person AS source_person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.born = s.born
UNION
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.last = s.last
UNION
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.school = s.school AND d.first = s.first AND year(d.born) = year(s.born);

-- Candidates a person has before anybody has looked: in the classical model, what the evidence has to outweigh.
CREATE TEMP TABLE prior AS SELECT log2(greatest(64, count(*) / count(DISTINCT school))) AS bits FROM directory_rest;
