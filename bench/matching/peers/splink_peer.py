"""Splink as its tutorial teaches it: u from random pairs, m from two rounds of EM, term frequencies on both names."""

import duckdb
import splink.comparison_library as cl
from measured import HAS_SCHOOLS, report_usage
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

THRESHOLD = 0.95
READ = """
  SELECT id AS unique_id, school, lower(strip_accents(first_name)) AS first_name, lower(strip_accents(last_name)) AS last_name,
    birth_date, sex
  FROM read_csv('{}.csv', header = true, all_varchar = true)
"""

connection = duckdb.connect(config={"threads": 2, "memory_limit": "8GB"})
connection.execute("SET enable_progress_bar = false")
database = DuckDBAPI(connection)
for side in ("directory", "source"):
    connection.execute(f"CREATE TABLE {side} AS {READ.format(side)}")

school = ["school"] if HAS_SCHOOLS else []
# The birth date alone would be 200 million pairs of a million people: without schools, an initial has to agree as well.
blocks = (
    [
        block_on("school", "birth_date"),
        block_on("school", "last_name"),
        block_on("school", "first_name", "substr(birth_date, 1, 4)"),
    ]
    if HAS_SCHOOLS
    else [
        block_on("birth_date", "substr(last_name, 1, 1)"),
        block_on("birth_date", "substr(first_name, 1, 1)"),
        block_on("first_name", "last_name"),
    ]
)
settings = SettingsCreator(
    link_type="link_only",
    comparisons=[
        cl.ForenameSurnameComparison("first_name", "last_name"),
        cl.DateOfBirthComparison("birth_date", input_is_string=True),
        cl.ExactMatch("sex"),
    ],
    blocking_rules_to_generate_predictions=blocks,
    retain_matching_columns=False,
)
linker = Linker([database.register("directory"), database.register("source")], settings, log_level="WARNING")
linker.training.estimate_probability_two_random_records_match(
    [block_on(*school, "first_name", "last_name", "birth_date")], recall=0.9
)
linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(blocks[0])
linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "last_name", *school))
found = linker.inference.predict(threshold_match_probability=THRESHOLD)
connection.execute(f"""
  COPY (
    WITH best AS (
      SELECT *, row_number() OVER (PARTITION BY unique_id_l ORDER BY match_weight DESC) AS rank_l,
        row_number() OVER (PARTITION BY unique_id_r ORDER BY match_weight DESC) AS rank_r
      FROM {found.physical_name}
    )
    SELECT CASE WHEN unique_id_l LIKE 'D%' THEN unique_id_l ELSE unique_id_r END AS directory_id,
      CASE WHEN unique_id_l LIKE 'D%' THEN unique_id_r ELSE unique_id_l END AS source_id
    FROM best WHERE rank_l = 1 AND rank_r = 1
  ) TO 'pairs-splink.csv' (HEADER)
""")
report_usage()
