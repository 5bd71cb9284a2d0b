ANALYZE candidate;

-- Fellegi and Sunter's score in bits, with frequencies of the names: the weights of the DuckDB peer. There is no Jaro-Winkler here: slips of
-- the fingers are letters to change (Levenshtein), other likenesses shared groups of three letters (trigrams).
CREATE UNLOGGED TABLE compared AS
SELECT d.person AS directory_person, s.person AS source_person, ln(d.first_share) / -ln(2) AS first_bits, ln(d.last_share) / -ln(2) AS last_bits,
  d.first = s.last AND d.last = s.first AS is_swapped,
  CASE WHEN d.first = s.first THEN 0 ELSE levenshtein_less_equal(left(d.first, 100), left(s.first, 100), 2) END AS first_letters,
  CASE WHEN d.last = s.last THEN 0 ELSE levenshtein_less_equal(left(d.last, 100), left(s.last, 100), 2) END AS last_letters,
  length(d.first) AS first_length, length(d.last) AS last_length,
  CASE WHEN d.first <> s.first THEN similarity(d.first, s.first) END AS first_likeness,
  CASE WHEN d.last <> s.last THEN similarity(d.last, s.last) END AS last_likeness,
  n.name IS NOT NULL AS is_nickname, d.is_female = s.is_female AS is_same_sex, d.born AS left_born, s.born AS right_born
FROM candidate c JOIN directory_rest d ON d.person = c.directory_person JOIN source_rest s ON s.person = c.source_person
LEFT JOIN nickname n ON n.name = d.first AND n.nickname = s.first;

CREATE UNLOGGED TABLE scored AS
SELECT directory_person, source_person,
  CASE WHEN is_swapped THEN first_bits + last_bits - 8
    ELSE CASE WHEN first_letters IS NULL THEN 0 WHEN first_letters = 0 THEN first_bits WHEN is_nickname THEN 5
      WHEN first_letters * 3 <= first_length AND first_letters <= 2 THEN least(6, first_bits) WHEN first_likeness >= .5 THEN 3 ELSE -6 END
    + CASE WHEN last_letters IS NULL THEN 0 WHEN last_letters = 0 THEN last_bits
      WHEN last_letters * 3 <= last_length AND last_letters <= 2 THEN least(7, last_bits) WHEN last_likeness >= .5 THEN 4 ELSE -4 END
  END
  + CASE WHEN left_born IS NULL OR right_born IS NULL THEN 0
    WHEN left_born = right_born THEN 11.5
    WHEN to_char(left_born, 'YYYYDDMM') = to_char(right_born, 'YYYYMMDD') THEN 9
    WHEN (extract(year FROM left_born) = extract(year FROM right_born))::int + (extract(month FROM left_born) = extract(month FROM right_born))::int
      + (extract(day FROM left_born) = extract(day FROM right_born))::int = 2 THEN 4
    WHEN extract(year FROM left_born) = extract(year FROM right_born) THEN -2 ELSE -6 END
  + CASE WHEN is_same_sex THEN 1 WHEN NOT is_same_sex THEN -5 ELSE 0 END AS bits
FROM compared;

-- Matched when the chance is .98 and every rival, seen from either side, is 3 bits behind.
CREATE UNLOGGED TABLE matched AS
WITH ranked AS (
  SELECT *, lead(bits) OVER of_directory AS directory_rival, lag(bits) OVER of_directory IS NULL AS is_best_of_directory,
    lead(bits) OVER of_source AS source_rival, lag(bits) OVER of_source IS NULL AS is_best_of_source
  FROM scored WHERE bits > (SELECT bits FROM prior)
  WINDOW of_directory AS (PARTITION BY directory_person ORDER BY bits DESC), of_source AS (PARTITION BY source_person ORDER BY bits DESC)
)
SELECT directory_person, source_person FROM ranked
WHERE is_best_of_directory AND is_best_of_source AND bits >= (SELECT bits FROM prior) + ln(.98 / .02) / ln(2)
  AND bits - coalesce(directory_rival, 0) >= 3 AND bits - coalesce(source_rival, 0) >= 3;

CREATE UNLOGGED TABLE pairs AS
SELECT d.id AS directory_id, s.id AS source_id
FROM (SELECT directory_person, source_person FROM exact UNION ALL SELECT directory_person, source_person FROM matched) m
JOIN directory d ON d.person = m.directory_person JOIN source s ON s.person = m.source_person;
\copy pairs TO 'pairs-postgres.csv' CSV HEADER
DROP SCHEMA muster_bench CASCADE;
