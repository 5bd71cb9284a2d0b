-- Without a log and without waiting for the disk, memory for whole joins, a second process where a plan has use for one.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET synchronous_commit = off;
SET work_mem = '512MB';
SET maintenance_work_mem = '512MB';
SET max_parallel_workers_per_gather = 1;
SET jit = off;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
DROP SCHEMA IF EXISTS muster_bench CASCADE;
CREATE SCHEMA muster_bench;
SET search_path = muster_bench, public;

-- Unlogged, not temporary: the second process cannot see temporary tables.
CREATE UNLOGGED TABLE directory_file (id text, school integer, first_name text, last_name text, birth_date date, sex text);
CREATE UNLOGGED TABLE source_file (LIKE directory_file);
CREATE UNLOGGED TABLE nickname (name text, nickname text);
\copy directory_file FROM 'directory.csv' CSV HEADER
\copy source_file FROM 'source.csv' CSV HEADER
\copy nickname FROM 'nicknames.csv' CSV HEADER

-- unaccent is slow, and most names are plain ASCII.
CREATE FUNCTION fold(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN
  CASE WHEN octet_length(name) = length(name) THEN lower(name) ELSE lower(unaccent(name)) END;
CREATE UNLOGGED TABLE directory AS
SELECT row_number() OVER ()::integer AS person, id, school, fold(first_name) COLLATE "C" AS first, fold(last_name) COLLATE "C" AS last, birth_date AS born, sex = 'female' AS is_female
FROM directory_file;
CREATE UNLOGGED TABLE source AS
SELECT row_number() OVER ()::integer AS person, id, school, fold(first_name) COLLATE "C" AS first, fold(last_name) COLLATE "C" AS last, birth_date AS born, sex = 'female' AS is_female
FROM source_file;
ANALYZE directory, source, nickname;

-- How common a name is: the evidence that two people share it.
CREATE UNLOGGED TABLE first_frequency AS SELECT first, (count(*) / sum(count(*)) OVER ())::float8 AS share FROM directory WHERE first IS NOT NULL GROUP BY first;
CREATE UNLOGGED TABLE last_frequency AS SELECT last, (count(*) / sum(count(*)) OVER ())::float8 AS share FROM directory WHERE last IS NOT NULL GROUP BY last;
ANALYZE first_frequency, last_frequency;
