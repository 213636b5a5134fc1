"""Where the data of the workload lie, and the arguments that every program here takes."""
import argparse, os, sys

TABLES = ("sales", "splits", "quotas", "payees", "rates", "pools")
MONTHS = 24
FIRST_YEAR = 2024


def arguments(description, add=lambda parser: None):
    """The number of sales, the folder of the data and the number of threads; `add` may add more."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("sales", type=int, help="how many sales the data have")
    parser.add_argument("--data", default=os.environ.get("STIMUL_BENCH"), help="their folder; else $STIMUL_BENCH")
    parser.add_argument("--threads", type=int, default=2)
    add(parser)
    given = parser.parse_args()
    if not given.data:
        parser.error("say where the data lie: --data FOLDER or STIMUL_BENCH=FOLDER")
    given.folder = os.path.join(given.data, str(given.sales))
    return given


def require(folder):
    """Ends the program when the data have not been generated."""
    if not os.path.exists(f"{folder}/sales.parquet"):
        sys.exit(f"there are no data in {folder}; make them with workload.py")
