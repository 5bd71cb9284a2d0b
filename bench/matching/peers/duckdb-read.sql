-- Names are folded once, on reading; the school is a number in these files.
CREATE TEMP TABLE directory AS
SELECT id, school, lower(strip_accents(first_name)) AS first, lower(strip_accents(last_name)) AS last, birth_date AS born, sex = 'female' AS is_female
FROM read_csv('directory.csv', auto_detect = false, delim = ',', quote = '', escape = '', header = true, columns = {id: 'VARCHAR', school: 'INTEGER', first_name: 'VARCHAR', last_name: 'VARCHAR', birth_date: 'DATE', sex: 'VARCHAR'});

CREATE TEMP TABLE source AS
SELECT id, school, lower(strip_accents(first_name)) AS first, lower(strip_accents(last_name)) AS last, birth_date AS born, sex = 'female' AS is_female
FROM read_csv('source.csv', auto_detect = false, delim = ',', quote = '', escape = '', header = true, columns = {id: 'VARCHAR', school: 'INTEGER', first_name: 'VARCHAR', last_name: 'VARCHAR', birth_date: 'DATE', sex: 'VARCHAR'});

CREATE TEMP TABLE nickname AS SELECT * FROM read_csv('nicknames.csv', header = true);

-- How common a name is: the evidence that two people share it.
CREATE TEMP TABLE first_frequency AS SELECT first, count(*) / sum(count(*)) OVER () AS share FROM directory WHERE first IS NOT NULL GROUP BY first;
CREATE TEMP TABLE last_frequency AS SELECT last, count(*) / sum(count(*)) OVER () AS share FROM directory WHERE last IS NOT NULL GROUP BY last;
