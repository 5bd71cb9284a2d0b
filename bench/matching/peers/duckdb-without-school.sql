CREATE TEMP TABLE exact AS
SELECT any_value(d.person) AS directory_person, any_value(s.person) AS source_person
FROM directory d JOIN source s ON d.born = s.born AND d.last = s.last AND d.first = s.first
GROUP BY d.born, d.last, d.first HAVING count(*) = 1;

CREATE TEMP TABLE directory_rest AS
SELECT d.*, f.share AS first_share, l.share AS last_share
FROM directory d LEFT JOIN first_frequency f USING (first) LEFT JOIN last_frequency l USING (last)
WHERE d.person NOT IN (SELECT directory_person FROM exact);
CREATE TEMP TABLE source_rest AS SELECT * FROM source WHERE person NOT IN (SELECT source_person FROM exact);

-- The birth date alone makes some 30 candidates of each person, more than half of the work; what has no name in common with it is left out there.
CREATE TEMP TABLE candidate AS
SELECT d.person AS directory_person, s.person AS source_person FROM directory_rest d JOIN source_rest s ON d.born = s.born
WHERE d.first = s.first OR d.last = s.last OR d.first = s.last OR left(d.last, 1) = left(s.last, 1) OR left(d.first, 1) = left(s.first, 1)
UNION
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.last = s.last AND d.first = s.first
UNION
SELECT d.person, s.person FROM directory_rest d JOIN source_rest s ON d.last = s.last AND year(d.born) = year(s.born) AND left(d.first, 1) = left(s.first, 1);

CREATE TEMP TABLE prior AS SELECT log2(greatest(64, count(*))) AS bits FROM directory_rest;
